package dev.lbctl.config.yaml;

/**
 * Where a value comes from.
 *
 * @param source a file, a flag or a variable
 * @param line from 1, as is {@code column}; 0 where there are no lines
 */
public record Origin(String source, int line, int column) {
    /** Nobody said it. */
    public static final Origin DEFAULT = new Origin("default", 0, 0);

    @Override
    public String toString() {
        return line == 0 ? source : source + ":" + line;
    }
}
