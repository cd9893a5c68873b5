package dev.lbctl.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.lbctl.balancer.api.BackendStatus;
import dev.lbctl.config.Address;
import dev.lbctl.config.AdminConfig;
import dev.lbctl.config.LbConfig;
import dev.lbctl.config.ManagementConfig;
import dev.lbctl.config.file.ConfigFile;
import dev.lbctl.launcher.api.NodeStatus;
import dev.lbctl.launcher.client.BalancerClient;
import dev.lbctl.launcher.client.SupervisorClient;
import dev.lbctl.launcher.node.StartResult;
import dev.lbctl.launcher.reload.Source;
import dev.lbctl.launcher.rundir.ClusterRecord;
import dev.lbctl.launcher.rundir.RunDirectory;
import dev.lbctl.launcher.spec.StartRefused;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherIT {
    private static final Address ANY = new Address("127.0.0.1", 0);

    @TempDir
    Path home;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void a_cluster_serves_heals_and_ends_without_a_trace() throws Exception {
        RunDirectory directory = RunDirectory.of("it", Map.of("XDG_STATE_HOME", home.toString()));
        Launcher launcher = Launcher.start(Source.typed(config()), directory);
        try {
            assertThat(launcher.awaitReady()).isInstanceOf(StartResult.Started.class);
            assertThat(launcher.status().phase()).isEqualTo("ready");
            ClusterRecord cluster = directory.clusterRecord().read().orElseThrow();
            String token = directory.token().read().orElseThrow();
            BalancerClient balancer = new BalancerClient(cluster.admin(), token);
            assertThat(balancer.backends().backends())
                    .extracting(BackendStatus::health)
                    .containsOnly("up");
            assertThat(statusOf(cluster.listener())).isEqualTo(200);

            SupervisorClient client = new SupervisorClient(cluster.management(), token);
            assertThat(client.kill("server-2", false).state()).isEqualTo("stopped");
            for (int i = 0; i < 20; i++) {
                assertThat(statusOf(cluster.listener())).isEqualTo(200);
            }
            assertThat(client.start("server-2").state()).isEqualTo("ready");
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(balancer.backends().backends())
                            .extracting(BackendStatus::health)
                            .containsOnly("up"));

            ProcessHandle.of(pid(launcher, "balancer")).orElseThrow().destroyForcibly();
            await().atMost(Duration.ofSeconds(20))
                    .ignoreExceptions()
                    .until(() -> !balancer.backends().backends().isEmpty());
            assertThat(client.stop("server-1").state()).isEqualTo("stopped");
            assertThat(launcher.reload("test").words()).isEqualTo("the configuration is as it was");
            assertThat(launcher.events().after(0, 1000))
                    .extracting(one -> one.event().message())
                    .noneMatch(message -> message.contains("was replaced"));
            assertThat(launcher.events().after(0, 1000))
                    .extracting(one -> one.event().source())
                    .contains("launcher", "balancer");
        } finally {
            launcher.shutdown();
            launcher.awaitStopped();
        }
        assertThat(directory.nodes().read()).isEmpty();
        assertThat(directory.clusterRecord().read()).isEmpty();
        assertThat(launcher.status().nodes()).extracting(NodeStatus::pid).containsOnlyNulls();
    }

    @Test
    void a_taken_port_refuses_the_start_and_names_its_holder() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            LbConfig any = config();
            LbConfig config = new LbConfig(
                    any.listener().withAddress(ANY.withPort(taken.getLocalPort())),
                    any.admin(),
                    any.management(),
                    any.pools(),
                    any.routes());
            RunDirectory directory = RunDirectory.of("taken", Map.of("XDG_STATE_HOME", home.toString()));

            assertThatThrownBy(() -> Launcher.start(Source.typed(config), directory))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("port " + taken.getLocalPort() + " (listener")
                    .hasMessageContaining(
                            "is taken by pid " + ProcessHandle.current().pid());
        }
    }

    private LbConfig config() {
        LbConfig shipped = ConfigFile.defaults();
        return new LbConfig(
                shipped.listener().withAddress(ANY),
                new AdminConfig(ANY),
                new ManagementConfig(ANY, false),
                shipped.pools(),
                shipped.routes());
    }

    private static long pid(Launcher launcher, String node) {
        List<NodeStatus> nodes = launcher.status().nodes();
        Long pid = nodes.stream()
                .filter(one -> one.name().equals(node))
                .findFirst()
                .orElseThrow()
                .pid();
        return pid == null ? -1 : pid;
    }

    private int statusOf(Address listener) throws IOException {
        try {
            return http.send(
                            HttpRequest.newBuilder(URI.create(listener.url() + "/"))
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
