package dev.lbctl.launcher.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigPlaceTest {
    @TempDir
    private Path directory = Path.of("unset");

    @Test
    void a_file_is_looked_for_by_flag_then_variable_then_here_then_at_home() throws IOException {
        Path here = Files.writeString(directory.resolve("lbctl.yaml"), "");
        Path home = Files.createDirectories(directory.resolve("home/.config/lbctl"));
        Path atHome = Files.writeString(home.resolve("lbctl.yaml"), "");
        Map<String, String> environment =
                Map.of("HOME", directory.resolve("home").toString());
        Map<String, String> more = Map.of("LBCTL_CONFIG", "/no/such.yaml");

        assertThat(ConfigPlace.find(Path.of("flag.yaml"), more, directory))
                .isEqualTo(new ConfigPlace(Path.of("flag.yaml"), true));
        assertThat(ConfigPlace.find(null, more, directory))
                .as("a named file is taken whether it is there or not")
                .isEqualTo(new ConfigPlace(Path.of("/no/such.yaml"), true));
        assertThat(ConfigPlace.find(null, environment, directory)).isEqualTo(new ConfigPlace(here, false));
        Files.delete(here);
        assertThat(ConfigPlace.find(null, environment, directory)).isEqualTo(new ConfigPlace(atHome, false));
        Map<String, String> xdg = Map.of("XDG_CONFIG_HOME", directory.toString(), "HOME", "/");
        assertThat(ConfigPlace.find(null, xdg, directory)).isEqualTo(new ConfigPlace(null, false));
    }
}
