package dev.lbctl.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallServiceCommandTest {
    @TempDir
    private Path home = Path.of("");

    private Typed installed(String options) {
        return Typed.line(
                "install-service " + options,
                Map.of("HOME", home.toString(), "PATH", "/a b:/100%", "LBCTL_POOLS_DEFAULT_ALGORITHM", "random"));
    }

    @Test
    void the_unit_runs_up_with_the_same_options_and_variables_here() {
        Typed printed = installed("--dry-run --name blue --backends 2 --port 8100 --run-as www");

        assertThat(printed.exit()).isZero();
        assertThat(printed.out())
                .contains("Type=notify\n", "ExecReload=/bin/kill -HUP $MAINPID\n", "\nUser=www\n", "KillMode=process\n")
                .containsPattern("\nExecStart=.* up --name=blue --backends=2 --port=8100\n")
                .contains("\nEnvironment=LBCTL_POOLS_DEFAULT_ALGORITHM=random\n")
                .contains("\nEnvironment=\"PATH=/a b:/100%%\"\n")
                .contains("\nWorkingDirectory=" + Path.of("").toAbsolutePath() + "\n")
                .endsWith("WantedBy=multi-user.target\n");
        assertThat(installed("-o - --name blue --backends 2 --port 8100 --run-as www")
                        .out())
                .isEqualTo(printed.out());
    }

    @Test
    void a_unit_of_ones_own_is_written_where_systemd_looks_and_the_next_words_are_told() {
        Typed written = installed("--user");

        assertThat(written.exit()).as(written.err()).isZero();
        Path file = home.resolve(".config/systemd/user/lbctl.service");
        assertThat(file).content().doesNotContain("User=", "ProtectSystem").endsWith("WantedBy=default.target\n");
        assertThat(written.err())
                .contains("wrote " + file)
                .contains("  systemctl --user daemon-reload\n  systemctl --user enable --now lbctl.service\n")
                .contains("loginctl enable-linger");
    }

    @Test
    void another_file_is_replaced_only_when_that_is_wished() throws IOException {
        Path file = Files.writeString(home.resolve("mine.service"), "mine");

        Typed refused = installed("-o " + file);

        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).contains("is there already", "--yes");
        assertThat(file).content().isEqualTo("mine");
        assertThat(installed("--yes -o " + file).exit()).isZero();
        assertThat(file).content().contains("[Service]");
        assertThat(installed("-o " + file).exit()).as("the same once more").isZero();
    }

    @Test
    void a_port_below_1024_is_allowed_to_an_account_that_is_not_roots() {
        assertThat(installed("-o - --port 80 --run-as www").out()).contains("AmbientCapabilities=CAP_NET_BIND_SERVICE");
        assertThat(installed("-o - --port 80 --run-as root").out()).doesNotContain("AmbientCapabilities");
        assertThat(installed("-o - --port 8000 --run-as www").out()).doesNotContain("AmbientCapabilities");
    }

    @Test
    void a_configuration_with_mistakes_makes_no_unit() {
        assertThat(installed("-o - --backends 1000").exit()).isEqualTo(2);
    }

    @Test
    void systemd_finds_nothing_wrong_with_it() throws Exception {
        assumeThat(Path.of("/usr/bin/systemd-analyze"))
                .as("systemd is installed")
                .exists();
        Path unit = home.resolve("lbctl.service");
        assertThat(installed("--run-as root -o " + unit).exit()).isZero();

        Process verify = new ProcessBuilder("systemd-analyze", "verify", unit.toString())
                .redirectErrorStream(true)
                .start();

        assertThat(verify.inputReader().lines()).isEmpty();
        assertThat(verify.waitFor()).isZero();
    }
}
