package dev.lbctl.launcher.reload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.config.file.ConfigFile;
import dev.lbctl.config.file.ConfigProblem;
import dev.lbctl.config.file.ConfigResult;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestartKeysTest {
    private static final String NOW = "listener: { address: 127.0.0.1:8000, admin_paths: true }\n"
            + "pools: { default: { run: { sample: 1 } }, jobs: { run: { command: a, traffic: false } } }\n";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "listener: { address: 127.0.0.1:8000, admin_paths: true } | listener: { address: 127.0.0.1:8001, admin_paths: true } | "
                        + "x.yaml:1:13: listener.address cannot change from 127.0.0.1:8000 to 127.0.0.1:8001 while the cluster runs",
                "admin_paths: true | transport: nio, admin_paths: true | x.yaml:1:38: listener.transport cannot change from auto to nio",
                "admin_paths: true | admin_paths: false | x.yaml:1:38: listener.admin_paths cannot change from true to false",
                "traffic: false | traffic: true | x.yaml:2:70: pools.jobs.run.traffic cannot change from false to true",
            })
    void a_key_that_takes_a_restart_is_named_with_its_place(String had, String has, String problem) {
        assertThat(problems(NOW.replace(had, has)))
                .singleElement()
                .satisfies(
                        only -> assertThat(only.toString()).startsWith(problem).contains("lbctl down, then lbctl up"));
    }

    @Test
    void all_of_them_are_told_at_once_and_everything_else_may_change() {
        assertThat(problems(NOW + "admin: { address: 127.0.0.1:1 }\nmanagement: { address: 127.0.0.1:2 }"))
                .extracting(ConfigProblem::line)
                .containsExactly(3, 4);
        assertThat(problems(NOW.replace("sample: 1", "sample: 9") + "management: { watch_config: true }"))
                .isEmpty();
    }

    private static List<ConfigProblem> problems(String next) {
        return RestartKeys.problems(read(NOW).config(), read(next), "x.yaml");
    }

    private static ConfigResult.Valid read(String yaml) {
        return (ConfigResult.Valid) ConfigFile.parse("x.yaml", yaml);
    }
}
