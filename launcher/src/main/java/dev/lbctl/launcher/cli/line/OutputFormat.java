package dev.lbctl.launcher.cli.line;

import dev.lbctl.launcher.console.Output;
import java.util.List;
import picocli.CommandLine.Option;

/** For whom a command writes. */
public final class OutputFormat {

    /** For a person, for a program, or the names alone, one a line. */
    public enum Format {
        table,
        json,
        name
    }

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "${COMPLETION-CANDIDATES}; table when left out.")
    private Format format = Format.table;

    public Format format() {
        return format;
    }

    /** Whether there are to be no words for a person. */
    public boolean isForProgram() {
        return format != Format.table;
    }

    /** Prints what is for a program, if that is wanted. */
    public void print(Output output, Object json, List<String> names) {
        switch (format) {
            case json -> output.json(json);
            case name -> names.forEach(output::line);
            case table -> {}
        }
    }

    public boolean isJson() {
        return format == Format.json;
    }
}
