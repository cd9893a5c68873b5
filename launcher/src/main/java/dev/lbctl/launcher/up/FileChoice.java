package dev.lbctl.launcher.up;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which file a configuration is read from. */
public final class FileChoice {
    @Option(
            names = {"-f", "--file"},
            paramLabel = "FILE",
            description = {
                "Configuration. When left out: $$LBCTL_CONFIG, ./lbctl.yaml, ~/.config/lbctl/lbctl.yaml,",
                "/etc/lbctl/lbctl.yaml, the default."
            })
    private @Nullable Path file;

    boolean isMade() {
        return file != null;
    }

    /** The file that was named, or else found. */
    public ConfigPlace place(Map<String, String> environment) {
        return place(null, environment);
    }

    /** The same, when it may be named without the flag as well. */
    public ConfigPlace place(@Nullable Path named, Map<String, String> environment) {
        return ConfigPlace.find(named == null ? file : named, environment, Path.of(""));
    }
}
