package dev.lbctl.launcher.cli.config;

import dev.lbctl.config.file.ConfigFile;
import dev.lbctl.launcher.cli.line.Invocation;
import dev.lbctl.launcher.console.ExitCode;
import dev.lbctl.launcher.console.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lbctl config init}: the shipped file, and beside it the schema that its first line names. */
@Command(
        name = "init",
        description =
                "Write a file with every setting, its default and a comment, and the schema for editors beside it.",
        footerHeading = "%nExample:%n",
        footer = {
            "  lbctl config init                 ./lbctl.yaml, which lbctl up takes from then on",
            "  lbctl config init --force my.yaml"
        })
final class ConfigInitCommand implements Callable<Integer> {
    private static final String SCHEMA = "lbctl.schema.json";

    private final Invocation typed;

    @Option(names = "--force", description = "Even if that replaces files.")
    private boolean force;

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "lbctl.yaml when left out.")
    private Path file = Path.of("lbctl.yaml");

    ConfigInitCommand(Invocation typed) {
        this.typed = typed;
    }

    @Override
    public Integer call() throws IOException {
        if (Files.exists(file) && !force) {
            throw new Failure(ExitCode.FAILED, file + " is there already", "name another file, or replace it: --force");
        }
        Path schema = file.resolveSibling(SCHEMA);
        Files.writeString(file, ConfigFile.shippedText());
        if (force || Files.notExists(schema)) {
            Files.writeString(schema, ConfigFile.schema());
        }
        typed.output().say("wrote " + file + ", and " + schema + " for editors");
        typed.output().say("  change it, check it: lbctl config check " + file);
        return 0;
    }
}
