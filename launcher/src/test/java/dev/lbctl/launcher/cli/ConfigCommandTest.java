package dev.lbctl.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lbctl.balancer.api.Json;
import dev.lbctl.config.file.ConfigFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigCommandTest {
    private static final String ODD = "pools: { p: { run: {}, health: { fall: 1 } } }\n";

    @TempDir
    private Path directory = Path.of("unset");

    @Test
    void init_writes_a_file_that_is_valid_with_the_schema_its_first_line_names_and_replaces_nothing_unasked()
            throws IOException {
        Path file = directory.resolve("my.yaml");

        assertThat(typed("config init " + file).exit()).isZero();
        assertThat(file).content().startsWith("# yaml-language-server: $schema=./lbctl.schema.json\n");
        assertThat(directory.resolve("lbctl.schema.json")).hasContent(ConfigFile.schema());
        assertThat(typed("config check " + file)).isEqualTo(new Typed(0, "", file + " is valid\n"));
        Files.writeString(file, "mine");
        Typed second = typed("config init " + file);
        assertThat(second.exit()).isEqualTo(1);
        assertThat(second.err()).contains("is there already").contains("--force");
        assertThat(file).hasContent("mine");
        assertThat(typed("config init --force " + file).exit()).isZero();
        assertThat(file).hasContent(ConfigFile.shippedText());
    }

    @Test
    void what_is_odd_is_a_warning_and_a_mistake_for_the_strict() throws IOException {
        Path file = Files.writeString(directory.resolve("odd.yaml"), ODD);

        Typed typed = typed("config check -f " + file);
        assertThat(typed.exit()).isZero();
        assertThat(typed.err())
                .contains("warning: " + file + ":1:34: one probe that is lost by chance")
                .contains("is valid, with one warning");
        assertThat(typed("config check --strict " + file).exit()).isEqualTo(2);
    }

    @Test
    void mistakes_are_told_as_json_with_their_places() throws IOException {
        Path file = Files.writeString(directory.resolve("bad.yaml"), "listner: {}\n");

        Typed typed = typed("config check -o json " + file);
        JsonNode report = Json.strict().readTree(typed.out());
        assertThat(typed.exit()).isEqualTo(2);
        assertThat(report.path("valid").asBoolean()).isFalse();
        assertThat(report.at("/problems/0/line").asInt()).isEqualTo(1);
        assertThat(report.at("/problems/0/what").asText()).isEqualTo("unknown key listner");
    }

    @Test
    void the_effective_configuration_is_shown_with_its_origins() throws IOException {
        Path file = Files.writeString(directory.resolve("my.yaml"), ODD);
        Map<String, String> environment = Map.of("LBCTL_CONFIG", file.toString(), "PROXY_PORT", "81");

        assertThat(Typed.line("config show", environment).out()).isEqualTo(ODD);
        assertThat(Typed.line("config show -o name", environment).out()).isEqualTo(file + "\n");
        assertThat(Typed.line("config show --effective", environment).out())
                .containsPattern("address: 127.0.0.1:81 +# PROXY_PORT")
                .containsPattern("fall: 1 +# " + file + ":1");
        JsonNode json = Json.strict()
                .readTree(Typed.line("config show -o json", environment).out());
        assertThat(json.at("/config/listener/address").asText()).isEqualTo("127.0.0.1:81");
        assertThat(json.at("/origins/listener.address").asText()).isEqualTo("PROXY_PORT");
    }

    @Test
    void a_wrong_variable_is_told_by_its_name_whatever_reads_it() {
        Map<String, String> environment = Map.of("LBCTL_PORT", "eighty", "XDG_STATE_HOME", directory.toString());
        for (String line : new String[] {"up", "config check", "config show --effective"}) {
            Typed typed = Typed.line(line, environment);
            assertThat(typed.exit()).isEqualTo(2);
            assertThat(typed.err()).contains("LBCTL_PORT: '127.0.0.1:eighty' is not an address");
        }
    }

    @Test
    void the_schema_is_printed() {
        assertThat(typed("config schema").out()).isEqualTo(ConfigFile.schema());
    }

    private Typed typed(String line) {
        return Typed.line(line, Map.of("XDG_STATE_HOME", directory.toString()));
    }
}
