package dev.lbctl.launcher.cli.config;

import dev.lbctl.launcher.cli.line.Composed;
import dev.lbctl.launcher.cli.line.Invocation;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code lbctl config}. */
@Command(
        name = "config",
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Work with configuration files.",
            "",
            "A flag wins over the environment, that over the file, that over the default. Every value of the file has a",
            "variable: LBCTL_ and its path in capitals, like LBCTL_LISTENER_ADDRESS, LBCTL_POOLS_DEFAULT_ALGORITHM or",
            "LBCTL_POOLS_DEFAULT_HEALTH_INTERVAL; lists are parted by commas. Short ones besides, for containers:",
            "  PROXY_PORT, ADMIN_PORT, MANAGEMENT_PORT   ports alone; LBCTL_PORT, LBCTL_ADMIN_PORT ... are the same",
            "  BACKENDS                                  http://a:1,http://b:2, or how many sample servers; LBCTL_BACKENDS too",
            "  LBCTL_FIRST_PORT, LBCTL_ALGORITHM         of the sample servers; of all pools"
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  lbctl config init && lbctl up",
            "  lbctl config check -f my.yaml",
            "  lbctl config show --effective     every value, and where it comes from"
        })
public final class ConfigCommand implements Composed {
    private final Invocation typed;

    public ConfigCommand(Invocation typed) {
        this.typed = typed;
    }

    @Override
    public CommandLine whole() {
        return new CommandLine(this)
                .addSubcommand(new ConfigInitCommand(typed))
                .addSubcommand(new ConfigCheckCommand(typed))
                .addSubcommand(new ConfigShowCommand(typed))
                .addSubcommand(new ConfigSchemaCommand(typed));
    }
}
