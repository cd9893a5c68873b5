package dev.lbctl.launcher.cli;

import dev.lbctl.config.file.ConfigFile;
import dev.lbctl.launcher.up.ConfigChoice;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code lbctl config}. */
@Command(
        name = "config",
        description = "Work with configuration files.",
        footerHeading = "%nExample:%n",
        footer = {"  lbctl config show > my.yaml", "  lbctl config check my.yaml", "  lbctl up -f my.yaml"})
final class ConfigCommand {
    private final Lbctl lbctl;

    ConfigCommand(Lbctl lbctl) {
        this.lbctl = lbctl;
    }

    @Command(
            name = "check",
            description = "Say everything that is wrong with a file, and where.",
            footerHeading = "%nExample:%n",
            footer = "  lbctl config check my.yaml")
    int check(@Parameters(paramLabel = "FILE") Path file) {
        ConfigChoice.valid(ConfigFile.read(file));
        lbctl.output().say(file + " is valid");
        return 0;
    }

    @Command(
            name = "show",
            description = "Print the default file, with comments.",
            footerHeading = "%nExample:%n",
            footer = "  lbctl config show > my.yaml")
    int show() {
        lbctl.output().data().print(ConfigFile.shippedText());
        return 0;
    }
}
