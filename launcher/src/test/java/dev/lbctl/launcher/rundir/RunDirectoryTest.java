package dev.lbctl.launcher.rundir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lbctl.config.Address;
import dev.lbctl.launcher.node.NodeRole;
import dev.lbctl.launcher.process.Identity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunDirectoryTest {
    @TempDir
    Path home;

    private RunDirectory directory = new RunDirectory("unset", Path.of(""));

    @BeforeEach
    void create() throws IOException {
        directory = RunDirectory.of("test", Map.of("XDG_STATE_HOME", home.toString()));
        directory.create();
    }

    @Test
    void only_its_owner_can_look_into_it() throws IOException {
        directory.token().create();
        directory.writeBalancerConfig("listener:\n");
        directory.nodes().write(node("server-1"));
        directory.log("server-1").create();

        assertThat(mode(directory.path())).isEqualTo("rwx------");
        assertThat(mode(directory.logs())).isEqualTo("rwx------");
        assertThat(mode(directory.token().file())).isEqualTo("rw-------");
        assertThat(mode(directory.balancerConfig())).isEqualTo("rw-------");
        assertThat(mode(directory.log("server-1").path())).isEqualTo("rw-------");
        assertThat(mode(directory.path().resolve("nodes/server-1.json"))).isEqualTo("rw-------");
    }

    @Test
    void a_directory_that_was_open_to_others_is_closed() throws IOException {
        Files.setPosixFilePermissions(directory.path(), PosixFilePermissions.fromString("rwxr-xr-x"));

        directory.create();

        assertThat(mode(directory.path())).isEqualTo("rwx------");
    }

    @Test
    void the_mark_that_a_cluster_serves_is_that_of_one_launcher_and_is_forgotten_with_it() throws IOException {
        assertThat(directory.ready().isOf(42)).isFalse();

        directory.ready().set(42);

        assertThat(directory.ready().isOf(42)).isTrue();
        assertThat(directory.ready().isOf(43)).isFalse();
        directory.forget();
        assertThat(directory.ready().isOf(42)).isFalse();
    }

    @Test
    void a_token_is_long_and_stays_until_the_cluster_is_forgotten() throws IOException {
        String token = directory.token().create();

        assertThat(token).matches("[A-Za-z0-9_-]{43}");
        assertThat(directory.token().create()).isEqualTo(token);
        directory.forget();
        assertThat(directory.token().read()).isEmpty();
        assertThat(directory.token().create()).isNotEqualTo(token);
    }

    @Test
    void records_are_read_back_as_they_were_written_the_balancer_first() throws IOException {
        NodeRecord balancer =
                new NodeRecord("balancer", NodeRole.BALANCER, new Address("::1", 8000), Identity.current());
        directory.nodes().write(node("server-10"));
        directory.nodes().write(node("server-2"));
        directory.nodes().write(balancer);

        assertThat(directory.nodes().read()).containsExactly(balancer, node("server-2"), node("server-10"));
    }

    @Test
    void two_launchers_never_have_the_same_cluster() throws IOException {
        RunLock first = directory.lock().orElseThrow();

        assertThat(directory.lock()).isEmpty();
        first.close();
        RunLock second = directory.lock().orElseThrow();
        second.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "../other", "a/b", ".hidden", "a b", "a\n"})
    void a_name_that_could_lead_elsewhere_is_refused(String name) {
        assertThatThrownBy(() -> RunDirectory.of(name, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is no name for a cluster");
    }

    @Test
    void without_a_state_home_it_lies_under_the_users_home() {
        assertThat(RunDirectory.of("x", Map.of()).path())
                .isEqualTo(Path.of(System.getProperty("user.home"), ".local", "state", "lbctl", "x"));
    }

    private static NodeRecord node(String name) {
        return new NodeRecord(name, NodeRole.SERVER, new Address("127.0.0.1", 9001), Identity.current());
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
