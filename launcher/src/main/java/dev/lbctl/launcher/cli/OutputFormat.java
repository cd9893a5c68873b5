package dev.lbctl.launcher.cli;

import picocli.CommandLine.Option;

/** For whom a command writes. */
final class OutputFormat {

    /** For a person, for a program, or the names alone, one a line. */
    enum Format {
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

    Format format() {
        return format;
    }

    boolean isJson() {
        return format == Format.json;
    }
}
