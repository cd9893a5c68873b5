package dev.lbctl.launcher.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lbctl.launcher.endtoend.Lbctl.Result;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How a cluster begins and ends: in good order, without its launcher, and not at all. */
@Timeout(120)
class UpAndDownIT {
    @TempDir
    private Path state = Path.of("");

    private Lbctl started(int backends) throws IOException {
        Lbctl lbctl = new Lbctl(state);
        Result up = lbctl.up("--backends", "" + backends);
        assertThat(up.exit()).as(up.out() + up.err() + lbctl.logs()).isZero();
        return lbctl;
    }

    @Test
    void a_cluster_whose_launcher_was_killed_goes_on_and_the_next_up_adopts_it() throws Exception {
        try (Lbctl lbctl = started(3);
                Load load = Load.steady(lbctl.port, 2)) {
            List<Long> nodes = nodePids(lbctl);
            long launcher = lbctl.status().get("launcher_pid").asLong();

            Lbctl.kill9(launcher);
            await().until(() -> !Lbctl.runs(launcher));
            Result ps = lbctl.run("ps");
            assertThat(ps.exit()).isZero();
            assertThat(ps.out()).contains("balancer", "server-3");
            assertThat(ps.err()).contains("up").contains("down");

            Result up = lbctl.up("--backends", "3");
            assertThat(up.exit()).as(up.err()).isZero();
            assertThat(nodePids(lbctl)).isEqualTo(nodes);
            int total = load.total();
            await().until(() -> load.total() > total + 100);
            assertThat(load.failures).isEmpty();
            load.end();

            List<Long> all = lbctl.pids();
            assertThat(lbctl.run("down").exit()).isZero();
            assertThat(all).noneMatch(Lbctl::runs);
            assertThat(lbctl.portsAreFree()).isTrue();
        }
    }

    @Test
    void down_ends_what_a_killed_launcher_left() throws Exception {
        try (Lbctl lbctl = started(2)) {
            List<Long> all = lbctl.pids();
            Lbctl.kill9(lbctl.status().get("launcher_pid").asLong());

            assertThat(lbctl.run("down").exit()).isZero();

            assertThat(all).noneMatch(Lbctl::runs);
            assertThat(lbctl.portsAreFree()).isTrue();
            assertThat(lbctl.run("ps").exit()).isEqualTo(3);
        }
    }

    @Test
    void without_a_cluster_a_command_says_what_to_type() throws Exception {
        Lbctl lbctl = new Lbctl(state);
        for (String verb : List.of("ps", "down", "token")) {
            Result result = lbctl.run(verb);

            assertThat(result.exit()).as(verb).isEqualTo(3);
            assertThat(result.err()).contains("lbctl up");
        }
    }

    @Test
    void a_broken_configuration_is_told_with_its_place_and_nothing_starts() throws Exception {
        Path file = Files.writeString(state.resolve("my.yaml"), "pools:\n  default:\n    algoritm: round_robin\n");
        Lbctl lbctl = new Lbctl(state);

        Result up = lbctl.up("-f", file.toString());

        assertThat(up.exit()).isEqualTo(2);
        assertThat(up.err()).contains("my.yaml:3:5", "algorithm").doesNotContain("Exception");
        assertThat(lbctl.run("ps").exit()).isEqualTo(3);
        assertThat(lbctl.portsAreFree()).isTrue();
    }

    @Test
    void a_taken_traffic_port_is_named_with_its_holder_and_nothing_stays_behind() throws Exception {
        Lbctl lbctl = new Lbctl(state);
        try (ServerSocket taken = new ServerSocket(lbctl.port, 1, InetAddress.getLoopbackAddress())) {
            Result up = lbctl.up("--backends", "1");

            assertThat(taken.isBound()).isTrue();
            assertThat(up.exit()).isEqualTo(1);
            assertThat(up.err())
                    .contains(String.valueOf(lbctl.port))
                    .contains(String.valueOf(ProcessHandle.current().pid()))
                    .doesNotContain("Exception");
        }
        assertThat(lbctl.run("ps").exit()).isEqualTo(3);
        assertThat(lbctl.portsAreFree()).isTrue();
    }

    @Test
    void a_sample_server_moves_on_from_a_taken_port() throws Exception {
        Lbctl lbctl = new Lbctl(state);
        try (ServerSocket taken = new ServerSocket(lbctl.firstPort, 1, InetAddress.getLoopbackAddress());
                lbctl) {
            assertThat(lbctl.up("--backends", "2").exit()).isZero();

            assertThat(lbctl.node("server-1").get("address").asText()).doesNotEndWith(":" + taken.getLocalPort());
            assertThat(Load.of(lbctl.port, 1, 4).answers).hasSize(2);
        }
    }

    @Test
    void two_clusters_live_side_by_side() throws Exception {
        try (Lbctl lbctl = new Lbctl(state)) {
            assertThat(lbctl.up("--backends", "1").exit()).isZero();
            Lbctl other = new Lbctl(state);
            Result up = other.up("--backends", "1", "--name", "second");
            assertThat(up.exit()).as(up.err()).isZero();

            assertThat(Load.answers(lbctl.port)).isTrue();
            assertThat(Load.answers(other.port)).isTrue();
            assertThat(lbctl.run("down", "--name", "second").exit()).isZero();
            assertThat(Load.answers(lbctl.port)).isTrue();
            assertThat(other.portsAreFree()).isTrue();
        }
    }

    private static List<Long> nodePids(Lbctl lbctl) throws IOException {
        List<Long> pids = new ArrayList<>();
        lbctl.status().get("nodes").forEach(node -> pids.add(node.get("pid").asLong()));
        return pids;
    }
}
