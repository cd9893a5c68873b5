package dev.lbctl.launcher.cli;

import dev.lbctl.config.file.ConfigFile;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code lbctl config schema}. */
@Command(
        name = "schema",
        description = "Print the JSON Schema of the file, for editors.",
        footerHeading = "%nExample:%n",
        footer = "  lbctl config schema > lbctl.schema.json")
final class ConfigSchemaCommand implements Callable<Integer> {
    private final Lbctl lbctl;

    ConfigSchemaCommand(Lbctl lbctl) {
        this.lbctl = lbctl;
    }

    @Override
    public Integer call() {
        lbctl.output().data().print(ConfigFile.schema());
        return 0;
    }
}
