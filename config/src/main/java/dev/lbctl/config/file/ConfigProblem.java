package dev.lbctl.config.file;

import dev.lbctl.config.yaml.Problem;

/**
 * One thing wrong with a configuration.
 *
 * @param file its path, or the flag or variable that is wrong
 * @param line from 1; 0 when the file as a whole is meant
 * @param column from 1; 0 when the line as a whole is meant
 * @param what is wrong
 * @param fix what to write instead
 */
public record ConfigProblem(String file, int line, int column, String what, String fix) {

    static ConfigProblem of(Problem problem) {
        return new ConfigProblem(problem.source(), problem.line(), problem.column(), problem.what(), problem.fix());
    }

    /** {@code file:line:column: what; fix}. */
    @Override
    public String toString() {
        String where = line == 0 ? file : file + ":" + line + ":" + column;
        return where + ": " + what + "; " + fix;
    }
}
