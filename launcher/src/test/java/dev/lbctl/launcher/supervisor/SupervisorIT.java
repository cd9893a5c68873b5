package dev.lbctl.launcher.supervisor;

import static dev.lbctl.launcher.node.NodeState.CRASHED;
import static dev.lbctl.launcher.node.NodeState.FAILED;
import static dev.lbctl.launcher.node.NodeState.READY;
import static dev.lbctl.launcher.node.NodeState.STOPPED;
import static dev.lbctl.launcher.supervisor.TestCluster.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lbctl.launcher.node.Answer;
import dev.lbctl.launcher.node.NodeView;
import dev.lbctl.launcher.node.StartResult;
import dev.lbctl.launcher.process.Child;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorIT {
    @TempDir
    Path home;

    @Test
    void a_cluster_is_started_once_every_health_path_answers() throws IOException {
        try (TestCluster cluster = new TestCluster(home, "serve", "serve", "serve")) {
            assertThat(cluster.launch()).isInstanceOf(StartResult.Started.class);

            assertThat(answer(cluster.supervisor().nodes()))
                    .extracting(NodeView::state)
                    .containsOnly(READY);
            assertThat(cluster.supervisor().phase()).isEqualTo(Supervisor.Phase.READY);
            assertThat(cluster.eventTypes("server-1")).containsExactly("starting", "ready");
            assertThat(cluster.directory().nodes().read()).hasSize(3);
        }
    }

    @Test
    void the_balancer_and_the_first_server_have_a_head_start_and_the_others_join() throws IOException {
        try (TestCluster cluster = new TestCluster(home, "serve", "serve", "serve")) {
            cluster.launch();

            assertThat(cluster.balancerConfigs()).containsExactly(List.of("server-1"));
            assertThat(cluster.told())
                    .contains("join server-2 "
                            + cluster.node("server-2").spec().address().port());
            assertThat(happened(cluster))
                    .containsSubsequence("starting server-1", "ready balancer", "starting server-2", "ready server-2");
        }
    }

    @Test
    void a_first_server_that_never_answers_keeps_no_other_from_starting() throws IOException {
        try (TestCluster cluster = new TestCluster(home, "serve", "mute", "serve")) {
            assertThat(cluster.launch()).isInstanceOf(StartResult.Started.class);

            assertThat(cluster.node("server-2").state()).isEqualTo(READY);
        }
    }

    @Test
    void others_start_after_a_while_though_the_balancer_is_not_ready() throws IOException {
        try (TestCluster cluster = new TestCluster(home, "silent", "serve", "serve")) {
            cluster.supervisor().launch(Map.of());

            await().untilAsserted(
                            () -> assertThat(cluster.eventTypes("server-2")).contains("starting"));
            assertThat(cluster.node("balancer").state()).isNotEqualTo(READY);
        }
    }

    @Test
    void a_killed_node_stays_down_until_somebody_starts_it() throws IOException {
        try (TestCluster cluster = new TestCluster(home, "serve", "serve", "serve")) {
            cluster.launch();
            long pid = cluster.process("server-1").pid();

            NodeView killed = cluster.done(cluster.supervisor().kill("server-1", false));

            assertThat(killed.state()).isEqualTo(STOPPED);
            assertThat(killed.reason()).isEqualTo("killed by you (SIGKILL, pid " + pid + ")");
            assertThat(cluster.eventTypes("server-1")).containsExactly("starting", "ready", "killed");

            NodeView started = cluster.done(cluster.supervisor().start("server-1"));

            assertThat(started.state()).isEqualTo(READY);
            assertThat(started.pid()).isNotEqualTo(pid);
            assertThat(started.crashes()).isZero();
            assertThat(cluster.told())
                    .contains("join server-1 " + started.spec().address().port());
            assertThat(cluster.told()).noneMatch(line -> line.startsWith("drain"));
        }
    }

    @Test
    void a_node_that_ends_unasked_is_started_again() throws IOException {
        try (TestCluster cluster = new TestCluster(home, "serve", "serve")) {
            cluster.launch();

            cluster.process("server-1").destroyForcibly();

            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(
                            () -> assertThat(cluster.node("server-1").crashes()).isEqualTo(1));
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(
                            () -> assertThat(cluster.node("server-1").state()).isEqualTo(READY));
            assertThat(cluster.eventTypes("server-1"))
                    .containsExactly("starting", "ready", "crashed", "restarting", "starting", "ready");
            assertThat(message(cluster, "crashed"))
                    .contains("ended by SIGKILL")
                    .contains("started again in 100 ms")
                    .doesNotContain("last words");
        }
    }

    @Test
    void a_shutdown_that_comes_before_the_launch_lets_nothing_start() throws IOException {
        try (TestCluster cluster = new TestCluster(home, "serve", "serve")) {
            cluster.supervisor().shutdown().join();

            assertThat(cluster.supervisor().launch(Map.of()).join()).isInstanceOf(StartResult.Abandoned.class);
            assertThat(cluster.node("server-1").pid()).isNull();
        }
    }

    @Test
    void a_kill_as_a_crash_lets_the_restart_rule_act() throws IOException {
        try (TestCluster cluster = new TestCluster(home, "serve", "serve")) {
            cluster.launch();

            NodeView crashed = cluster.done(cluster.supervisor().kill("server-1", true));

            assertThat(crashed.state()).isEqualTo(CRASHED);
            assertThat(crashed.reason()).startsWith("was killed by you (SIGKILL");
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(
                            () -> assertThat(cluster.node("server-1").state()).isEqualTo(READY));
        }
    }

    @Test
    void a_stop_drains_first_and_leaves_last() throws IOException {
        try (TestCluster cluster = new TestCluster(home, "serve", "serve", "serve")) {
            cluster.launch();

            NodeView stopped = cluster.done(cluster.supervisor().stop("server-2"));

            assertThat(stopped.state()).isEqualTo(STOPPED);
            assertThat(stopped.reason()).isEqualTo("stopped by you");
            assertThat(cluster.told()).containsSubsequence("down server-2 stopped", "drain server-2", "leave server-2");
            assertThat(cluster.eventTypes("server-2")).containsExactly("starting", "ready", "stopping", "stopped");
        }
    }

    @Test
    void a_server_stopped_while_there_is_no_balancer_is_no_member_of_the_next_one() throws IOException {
        try (TestCluster cluster = new TestCluster(home, "serve", "serve", "serve")) {
            cluster.launch();
            cluster.done(cluster.supervisor().kill("balancer", false));

            cluster.done(cluster.supervisor().stop("server-1"));
            cluster.done(cluster.supervisor().start("balancer"));

            assertThat(cluster.balancerConfigs()).last().isEqualTo(List.of("server-2"));
            assertThat(cluster.told()).noneMatch(line -> line.contains("leave"));
        }
    }

    @Test
    void a_restarted_balancer_gets_the_present_members_and_hears_of_the_ready_ones() throws IOException {
        try (TestCluster cluster = new TestCluster(home, "serve", "serve", "serve")) {
            cluster.launch();
            cluster.done(cluster.supervisor().stop("server-1"));
            cluster.told().clear();

            cluster.process("balancer").destroyForcibly();

            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(cluster.balancerConfigs())
                            .containsExactly(List.of("server-1"), List.of("server-2")));
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(cluster.told())
                            .containsExactly("join server-2 "
                                    + cluster.node("server-2").spec().address().port()));
        }
    }

    @Test
    void commands_that_have_nothing_to_do_say_how_it_is() throws IOException {
        try (TestCluster cluster = new TestCluster(home, "serve", "serve", "serve")) {
            cluster.launch();

            assertThat(cluster.done(cluster.supervisor().start("server-1")).state())
                    .isEqualTo(READY);
            cluster.done(cluster.supervisor().kill("server-1", false));
            assertThat(cluster.done(cluster.supervisor().kill("server-1", false))
                            .state())
                    .isEqualTo(STOPPED);
            assertThat(cluster.done(cluster.supervisor().stop("server-1")).state())
                    .isEqualTo(STOPPED);
            assertThat(answer(cluster.supervisor().kill("server-9", false)))
                    .isEqualTo(new Answer.Unknown("node", "server-9", List.of("balancer", "server-1", "server-2")));
            assertThat(cluster.done(cluster.supervisor().restart("server-1")).state())
                    .isEqualTo(READY);
            assertThat(cluster.done(cluster.supervisor().restart("server-1")).state())
                    .isEqualTo(READY);
        }
    }

    @Test
    void the_balancer_hears_whether_a_server_that_ends_comes_back() throws IOException {
        try (TestCluster cluster = new TestCluster(home, "serve", "serve")) {
            cluster.launch();
            cluster.told().clear();

            cluster.done(cluster.supervisor().restart("server-1"));

            assertThat(cluster.told())
                    .startsWith("returns server-1 restarted", "drain server-1", "leave server-1", "returns server-1")
                    .hasSize(5);

            cluster.told().clear();
            cluster.done(cluster.supervisor().kill("server-1", true));
            assertThat(cluster.told()).startsWith("returns server-1 crashed");

            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(
                            () -> assertThat(cluster.node("server-1").state()).isEqualTo(READY));
            cluster.told().clear();
            cluster.done(cluster.supervisor().kill("server-1", false));
            assertThat(cluster.told()).containsExactly("down server-1 killed");
        }
    }

    @Test
    void a_server_that_cannot_start_is_shown_and_the_others_serve() throws IOException {
        try (TestCluster cluster = new TestCluster(home, "serve", "serve", "exit")) {
            assertThat(cluster.launch()).isInstanceOf(StartResult.Started.class);

            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(
                            () -> assertThat(cluster.eventTypes("server-2")).contains("crash_loop"));
            assertThat(cluster.node("server-1").state()).isEqualTo(READY);
            assertThat(cluster.done(cluster.supervisor().stop("server-2")).state())
                    .isEqualTo(STOPPED);
        }
    }

    @Test
    void without_any_server_the_start_fails_and_names_the_reason_and_the_last_lines() throws IOException {
        try (TestCluster cluster = new TestCluster(home, "serve", "exit")) {
            StartResult result = cluster.launch();

            assertThat(result).isInstanceOfSatisfying(StartResult.Failed.class, failed -> {
                assertThat(failed.node().name()).isEqualTo("server-1");
                assertThat(failed.node().reason()).contains("exited with code 3 before it was ready");
                assertThat(failed.lastLines()).contains("script: exit");
            });
            assertThat(answer(cluster.supervisor().nodes()))
                    .extracting(NodeView::pid)
                    .containsOnlyNulls();
        }
    }

    @Test
    void a_balancer_that_does_not_answer_in_time_fails_the_start() throws IOException {
        try (TestCluster cluster = new TestCluster(home, "mute", "serve")) {
            assertThat(cluster.launch()).isInstanceOfSatisfying(StartResult.Failed.class, failed -> {
                assertThat(failed.node().name()).isEqualTo("balancer");
                assertThat(failed.node().reason()).contains("did not answer").contains("within 1s");
            });
        }
    }

    @Test
    void a_server_whose_port_was_taken_meanwhile_moves_and_says_so() throws IOException {
        try (TestCluster cluster = new TestCluster(home, "serve", "serve", "serve")) {
            cluster.launch();
            cluster.done(cluster.supervisor().kill("server-1", false));
            int port = cluster.node("server-1").spec().address().port();
            try (ServerSocket thief = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                NodeView moved = cluster.done(cluster.supervisor().start("server-1"));

                assertThat(moved.spec().address().port()).isGreaterThan(thief.getLocalPort());
                assertThat(cluster.told())
                        .contains("join server-1 " + moved.spec().address().port());
            }
        }
    }

    @Test
    void a_balancer_whose_port_was_taken_meanwhile_says_by_whom() throws IOException {
        try (TestCluster cluster = new TestCluster(home, "serve", "serve")) {
            cluster.launch();
            cluster.done(cluster.supervisor().kill("balancer", false));
            int port = cluster.node("balancer").spec().address().port();
            try (ServerSocket thief = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                NodeView crashed = cluster.done(cluster.supervisor().start("balancer"));

                assertThat(crashed.reason())
                        .contains("before it was ready: port " + thief.getLocalPort() + " is taken by pid "
                                + ProcessHandle.current().pid());
            }
        }
    }

    @Test
    void what_an_earlier_launcher_left_is_adopted_and_the_rest_is_started() throws IOException {
        try (TestCluster cluster = new TestCluster(home, "serve", "serve", "serve")) {
            Child balancer = cluster.orphan("balancer");
            Child server = cluster.orphan("server-1");
            Map<String, Child> survivors = Map.of(
                    "balancer", Child.adopt(balancer.identity()).orElseThrow(),
                    "server-1", Child.adopt(server.identity()).orElseThrow());

            assertThat(cluster.launch(survivors)).isInstanceOf(StartResult.Started.class);

            assertThat(cluster.node("balancer").pid()).isEqualTo(balancer.pid());
            assertThat(cluster.node("server-1").pid()).isEqualTo(server.pid());
            assertThat(cluster.eventTypes("server-1")).containsExactly("adopted", "ready");
            assertThat(cluster.eventTypes("server-2")).containsExactly("starting", "ready");
            assertThat(cluster.balancerConfigs()).isEmpty();

            cluster.process("server-1").destroyForcibly();
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(
                            () -> assertThat(cluster.eventTypes("server-1")).contains("crashed", "restarting"));
        }
    }

    @Test
    void shutdown_leaves_nothing_running_and_refuses_what_comes_later() throws IOException {
        try (TestCluster cluster = new TestCluster(home, "serve", "serve", "exit")) {
            cluster.launch();
            ProcessHandle server = cluster.process("server-1");

            answer(cluster.supervisor().shutdown().thenApply(ended -> true));

            assertThat(server.isAlive()).isFalse();
            assertThat(answer(cluster.supervisor().nodes()))
                    .extracting(NodeView::state)
                    .containsOnly(STOPPED);
            assertThat(answer(cluster.supervisor().start("server-1"))).isInstanceOf(Answer.Refused.class);
        }
    }

    @Test
    void a_server_that_ignores_sigterm_is_killed_when_its_time_is_over() throws IOException {
        try (TestCluster cluster = new TestCluster(home, "serve", "serve", "stubborn")) {
            cluster.launch();
            Instant asked = Instant.now();

            assertThat(cluster.done(cluster.supervisor().stop("server-2")).state())
                    .isEqualTo(STOPPED);

            assertThat(asked)
                    .isBefore(Instant.now().minus(TestCluster.STUBBORN.stop().timeout()));
        }
    }

    @Test
    void a_program_that_is_not_there_fails_its_node_for_good() throws IOException {
        try (TestCluster cluster = new TestCluster(home, "serve", "serve", "absent")) {
            assertThat(cluster.launch()).isInstanceOf(StartResult.Started.class);

            assertThat(cluster.node("server-2").state()).isEqualTo(FAILED);
            assertThat(cluster.node("server-2").reason()).contains("there is no program /no/such/program");
        }
    }

    private static List<String> happened(TestCluster cluster) {
        return cluster.events().after(0, 1000).stream()
                .map(one -> one.event().type() + " " + one.event().subject())
                .toList();
    }

    private static String message(TestCluster cluster, String type) {
        return cluster.events().after(0, 1000).stream()
                .filter(one -> one.event().type().equals(type))
                .map(one -> one.event().message())
                .findFirst()
                .orElse("");
    }
}
