package dev.lbctl.launcher.cli.config;

import dev.lbctl.config.file.ConfigFile;
import dev.lbctl.launcher.cli.line.Invocation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code lbctl config schema}. */
@Command(
        name = "schema",
        description = "Print the JSON Schema of the file, for editors.",
        footerHeading = "%nExample:%n",
        footer = "  lbctl config schema > lbctl.schema.json")
final class ConfigSchemaCommand implements Callable<Integer> {
    private final Invocation typed;

    ConfigSchemaCommand(Invocation typed) {
        this.typed = typed;
    }

    @Override
    public Integer call() {
        typed.output().data().print(ConfigFile.schema());
        return 0;
    }
}
