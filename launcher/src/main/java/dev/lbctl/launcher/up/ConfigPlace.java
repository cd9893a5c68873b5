package dev.lbctl.launcher.up;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a configuration was found.
 *
 * @param file null when there is none, and the default is used
 * @param named whether somebody named it, by flag or variable, so that it must be there
 */
public record ConfigPlace(@Nullable Path file, boolean named) {
    private static final String VARIABLE = "LBCTL_CONFIG";
    private static final String NAME = "lbctl.yaml";

    /** The file of the flag; else of {@code LBCTL_CONFIG}; else the first that exists of those that are looked for. */
    static ConfigPlace find(@Nullable Path flag, Map<String, String> environment, Path directory) {
        if (flag != null) {
            return new ConfigPlace(flag, true);
        }
        String variable = environment.getOrDefault(VARIABLE, "");
        if (!variable.isEmpty()) {
            return new ConfigPlace(Path.of(variable), true);
        }
        Optional<Path> found =
                usual(environment, directory).stream().filter(Files::exists).findFirst();
        return new ConfigPlace(found.orElse(null), false);
    }

    /** The places where a file is looked for that nobody named. */
    private static List<Path> usual(Map<String, String> environment, Path directory) {
        List<Path> places = new ArrayList<>(List.of(directory.resolve(NAME)));
        String home = environment.getOrDefault("HOME", "");
        String config = environment.getOrDefault("XDG_CONFIG_HOME", home.isEmpty() ? "" : home + "/.config");
        if (!config.isEmpty()) {
            places.add(Path.of(config, "lbctl", NAME));
        }
        places.add(Path.of("/etc/lbctl", NAME));
        return places;
    }

    @Override
    public String toString() {
        return file == null ? "the default" : file.toString();
    }
}
