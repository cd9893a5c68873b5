package dev.lbctl.launcher.systemd;

import java.nio.file.Path;
import java.util.Map;

/** Whose systemd looks after a cluster: the machine's, from its start on, or a person's own. */
public enum Scope {
    SYSTEM("multi-user.target", "systemctl"),
    USER("default.target", "systemctl --user");

    private final String target;
    private final String systemctl;

    Scope(String target, String systemctl) {
        this.target = target;
        this.systemctl = systemctl;
    }

    /** Where its units lie (systemd.unit(5)). */
    public Path directory(Map<String, String> environment) {
        if (this == SYSTEM) {
            return Path.of("/etc/systemd/system");
        }
        String configuration = environment.getOrDefault("XDG_CONFIG_HOME", "");
        Path home = Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")));
        Path base = configuration.isEmpty() ? home.resolve(".config") : Path.of(configuration);
        return base.resolve("systemd/user");
    }

    /** The program that speaks with it. */
    public String systemctl() {
        return systemctl;
    }

    /** With what the units start that are to run always. */
    String target() {
        return target;
    }
}
