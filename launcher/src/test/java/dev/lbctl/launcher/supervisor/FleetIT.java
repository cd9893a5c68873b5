package dev.lbctl.launcher.supervisor;

import static dev.lbctl.launcher.node.NodeState.CRASHED;
import static dev.lbctl.launcher.node.NodeState.READY;
import static dev.lbctl.launcher.supervisor.TestCluster.SHELL;
import static dev.lbctl.launcher.supervisor.TestCluster.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lbctl.launcher.node.Answer;
import dev.lbctl.launcher.node.NodeView;
import dev.lbctl.launcher.node.RollingView;
import dev.lbctl.launcher.rundir.NodeRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is done to several nodes at once: scaled, and restarted in turn. */
@Timeout(120)
class FleetIT {
    private static final String LISTEN = SHELL + "exec python3 -m http.server $PORT --bind 127.0.0.1";
    private static final String WORK = SHELL + "exec sleep 1000";

    @TempDir
    Path home;

    @Test
    void more_nodes_are_started_and_join_and_the_highest_numbers_go() throws IOException {
        try (TestCluster cluster = new TestCluster(home, "serve", LISTEN, LISTEN)) {
            cluster.launch();

            assertThat(answer(cluster.supervisor().scale("default", 4)))
                    .isInstanceOfSatisfying(
                            Answer.Scaled.class,
                            scaled -> assertThat(scaled.nodes())
                                    .allSatisfy(node -> assertThat(node.state()).isEqualTo(READY))
                                    .extracting(NodeView::name)
                                    .containsExactly("server-1", "server-2", "server-3", "server-4"));
            assertThat(cluster.told()).anyMatch(line -> line.startsWith("join server-4 "));

            answer(cluster.supervisor().scale("default", 1));

            assertThat(names(cluster)).containsExactly("balancer", "server-1");
            assertThat(cluster.told())
                    .containsSubsequence("drain server-4", "drain server-3", "drain server-2")
                    .contains("leave server-2", "leave server-3", "leave server-4");
            assertThat(cluster.directory().nodes().read())
                    .extracting(NodeRecord::name)
                    .containsExactly("balancer", "server-1");
            assertThat(cluster.directory().scaleRecord().read().orElseThrow().copies())
                    .containsEntry("default", 1);
        }
    }

    @Test
    void a_number_that_is_free_is_taken_first() throws IOException {
        try (TestCluster cluster = new TestCluster(home, "serve", WORK)) {
            cluster.launch();
            answer(cluster.supervisor().scale("default", 0));
            assertThat(names(cluster)).containsExactly("balancer");

            answer(cluster.supervisor().scale("default", 2));

            assertThat(names(cluster)).containsExactly("balancer", "server-1", "server-2");
        }
    }

    @Test
    void a_rolling_restart_has_each_back_before_the_next_one_goes() throws IOException {
        try (TestCluster cluster = new TestCluster(home, "serve", LISTEN, LISTEN, LISTEN)) {
            cluster.launch();
            List<Long> before = pids(cluster);

            RollingView rolled = rolled(cluster, List.of(), 1);

            assertThat(rolled.failed()).isNull();
            assertThat(rolled.restarted()).containsExactly("server-1", "server-2", "server-3");
            assertThat(pids(cluster)).doesNotContainAnyElementsOf(before);
            assertThat(cluster.told().stream()
                            .filter(line -> line.startsWith("drain") || line.startsWith("join"))
                            .map(line -> line.replaceAll(" [0-9]+$", "")))
                    .containsSubsequence(
                            "drain server-1", "join server-1", "drain server-2", "join server-2", "drain server-3");
            assertThat(cluster.directory().rollingRecord().read()).isEmpty();
        }
    }

    @Test
    void a_rolling_restart_ends_at_the_first_that_does_not_come_back() throws IOException {
        String once = SHELL + "[ -e spoiled ] && exit 9; exec python3 -m http.server $PORT --bind 127.0.0.1";
        try (TestCluster cluster = new TestCluster(home, "serve", LISTEN, once, LISTEN)) {
            cluster.launch();
            long untouched = cluster.process("server-3").pid();
            Files.createFile(cluster.directory().path().resolve("spoiled"));

            RollingView rolled = rolled(cluster, List.of("default"), 1);

            assertThat(Objects.requireNonNull(rolled.failed()).name()).isEqualTo("server-2");
            assertThat(rolled.failed().state()).isEqualTo(CRASHED);
            assertThat(rolled.restarted()).containsExactly("server-1");
            assertThat(cluster.process("server-3").pid()).isEqualTo(untouched);
            assertThat(cluster.directory().rollingRecord().read()).isEmpty();
            assertThat(cluster.events().after(0, 1000))
                    .anyMatch(one -> one.event()
                            .message()
                            .contains("server-2 did not become ready (exited with code 9 before it was ready); "
                                    + "not restarted: server-3"));
        }
    }

    @Test
    void two_rolling_restarts_at_a_time_are_one_too_many_and_unknown_names_are_refused() throws IOException {
        try (TestCluster cluster = new TestCluster(home, "serve", WORK, WORK)) {
            cluster.launch();

            answer(cluster.supervisor().roll(List.of(), 2));

            assertThat(answer(cluster.supervisor().roll(List.of(), 1))).isInstanceOf(Answer.Refused.class);
            assertThat(answer(cluster.supervisor().roll(List.of("nobody"), 1))).isInstanceOf(Answer.Unknown.class);
            await().until(() -> !answer(cluster.supervisor().rolling()).running());
        }
    }

    @Test
    void two_hundred_workers_are_started_and_stopped() throws IOException {
        List<String> scripts = new ArrayList<>(List.of("serve"));
        scripts.addAll(Collections.nCopies(200, WORK));
        List<ProcessHandle> processes;
        try (TestCluster cluster = new TestCluster(home, scripts.toArray(String[]::new))) {
            cluster.launch();
            assertThat(answer(cluster.supervisor().nodes()))
                    .hasSize(201)
                    .allSatisfy(node -> assertThat(node.state()).isEqualTo(READY));
            processes = pids(cluster).stream()
                    .flatMap(pid -> ProcessHandle.of(pid).stream())
                    .toList();
            assertThat(cluster.told()).isEmpty();

            answer(cluster.supervisor().shutdown().thenApply(over -> true));
        }
        assertThat(processes).hasSize(200).noneMatch(ProcessHandle::isAlive);
    }

    private static RollingView rolled(TestCluster cluster, List<String> names, int max) {
        answer(cluster.supervisor().roll(names, max));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !answer(cluster.supervisor().rolling()).running());
        return answer(cluster.supervisor().rolling());
    }

    private static List<String> names(TestCluster cluster) {
        return answer(cluster.supervisor().nodes()).stream().map(NodeView::name).toList();
    }

    private static List<Long> pids(TestCluster cluster) {
        return answer(cluster.supervisor().nodes()).stream()
                .filter(node -> !node.spec().isBalancer())
                .map(node -> Objects.requireNonNull(node.pid()))
                .toList();
    }
}
