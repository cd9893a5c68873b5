package dev.lbctl.launcher.cli;

import picocli.CommandLine.Option;

/** For whom a command writes. */
final class OutputFormat {

    /** For a person, or for a program. */
    enum Format {
        table,
        json
    }

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "${COMPLETION-CANDIDATES}; table when left out.")
    private Format format = Format.table;

    boolean isJson() {
        return format == Format.json;
    }
}
