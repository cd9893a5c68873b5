package dev.lbctl.config.file;

import static dev.lbctl.config.file.Parsed.valid;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.config.AccessLogConfig;
import dev.lbctl.config.AccessLogConfig.Format;
import dev.lbctl.config.Address;
import dev.lbctl.config.AdminConfig;
import dev.lbctl.config.AlgorithmKind;
import dev.lbctl.config.BackendConfig;
import dev.lbctl.config.BalanceConfig;
import dev.lbctl.config.CareConfig;
import dev.lbctl.config.ClientTimeoutConfig;
import dev.lbctl.config.ConnectionConfig;
import dev.lbctl.config.EjectionConfig;
import dev.lbctl.config.ExposureConfig;
import dev.lbctl.config.FitnessConfig;
import dev.lbctl.config.HashConfig;
import dev.lbctl.config.HealthConfig;
import dev.lbctl.config.HostHeader;
import dev.lbctl.config.LbConfig;
import dev.lbctl.config.LimitConfig;
import dev.lbctl.config.ListenerConfig;
import dev.lbctl.config.ManagementConfig;
import dev.lbctl.config.NodeConfig;
import dev.lbctl.config.PoolConfig;
import dev.lbctl.config.ProbeConfig;
import dev.lbctl.config.ProgramConfig;
import dev.lbctl.config.QueueConfig;
import dev.lbctl.config.ReadyConfig;
import dev.lbctl.config.RestartPolicy;
import dev.lbctl.config.RetryConfig;
import dev.lbctl.config.RouteConfig;
import dev.lbctl.config.SocketConfig;
import dev.lbctl.config.StatusSet;
import dev.lbctl.config.StopConfig;
import dev.lbctl.config.TimeoutConfig;
import dev.lbctl.config.TrafficConfig;
import dev.lbctl.config.TransportKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigFileTest {

    @Test
    void the_shipped_file_is_the_default() {
        assertThat(valid(ConfigFile.shippedText())).isEqualTo(ConfigFile.defaults());
        assertThat(ConfigFile.defaults())
                .isEqualTo(new LbConfig(
                        listener(),
                        new AdminConfig(new Address("127.0.0.1", 8090)),
                        new ManagementConfig(new Address("127.0.0.1", 8004), false),
                        Map.of(
                                "default",
                                new PoolConfig(
                                        "default",
                                        new BalanceConfig(
                                                AlgorithmKind.ROUND_ROBIN, HashConfig.CLIENT, Duration.ZERO, null),
                                        samples(),
                                        List.of(),
                                        fitness(),
                                        traffic())),
                        List.of(RouteConfig.all("default"))));
    }

    private static NodeConfig samples() {
        return new NodeConfig(
                new ProgramConfig.Sample(64 << 20),
                5,
                9001,
                true,
                List.of(),
                new CareConfig(
                        new ReadyConfig("/health", seconds(30)),
                        new StopConfig(StopConfig.Signal.TERM, seconds(10)),
                        RestartPolicy.ALWAYS));
    }

    private static ListenerConfig listener() {
        return new ListenerConfig(
                new SocketConfig(new Address("127.0.0.1", 8000), TransportKind.AUTO),
                new ExposureConfig(true, false),
                List.of(),
                Set.of(),
                new LimitConfig(8192, 32_768, 100, Long.MAX_VALUE, 10_000),
                new ClientTimeoutConfig(seconds(10), seconds(60), seconds(5)),
                new AccessLogConfig(Format.OFF, null, 104_857_600, 5));
    }

    private static FitnessConfig fitness() {
        ProbeConfig probe = new ProbeConfig(
                ProbeConfig.Type.HTTP,
                "/health",
                "GET",
                null,
                List.of(),
                new StatusSet(List.of(new StatusSet.Range(200, 399))),
                null);
        return new FitnessConfig(
                new HealthConfig(probe, seconds(2), Duration.ofMillis(500), seconds(1), 2, 3),
                new EjectionConfig(true, 5, 50, 20, seconds(10), seconds(10), seconds(300)),
                50);
    }

    private static TrafficConfig traffic() {
        return new TrafficConfig(
                new RetryConfig(1, 20, 3, 65_536),
                new TimeoutConfig(seconds(1), seconds(30), seconds(60), seconds(5), seconds(60), Duration.ofHours(1)),
                new ConnectionConfig(Integer.MAX_VALUE, 256, seconds(60), Duration.ofHours(1)),
                new QueueConfig(1000),
                HostHeader.PRESERVE);
    }

    private static Duration seconds(int seconds) {
        return Duration.ofSeconds(seconds);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "# only a comment\n", "---\n", "~", "{}", "listener:\nadmin: {}\n"})
    void an_empty_file_means_the_default(String yaml) {
        assertThat(valid(yaml)).isEqualTo(ConfigFile.defaults());
    }

    @Test
    void what_a_pool_leaves_out_is_as_in_the_default_but_never_its_servers() {
        LbConfig config =
                valid("pools: { web: { backends: [ { url: 'http://10.0.0.5:8080' } ], health: { fall: 7 } } }");

        PoolConfig web = pool(config, "web");
        assertThat(web.run()).isNull();
        assertThat(web.backends()).containsExactly(new BackendConfig("10.0.0.5:8080", new Address("10.0.0.5", 8080)));
        assertThat(web.health().fall()).isEqualTo(7);
        assertThat(web.health().interval()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.routes()).containsExactly(RouteConfig.all("web"));
    }

    @Test
    void admin_paths_are_on_where_sample_servers_run_and_off_elsewhere() {
        assertThat(valid("pools: { a: { run: {} } }").listener().adminPaths()).isTrue();
        assertThat(valid("pools: { a: { backends: [] } }").listener().adminPaths())
                .isFalse();
    }

    @Test
    void a_backend_url_may_leave_out_port_80_and_may_be_ipv6() {
        LbConfig config = valid("pools: { a: { backends: [ { url: http://app }, { url: 'http://[::1]' } ] } }");
        assertThat(pool(config, "a").backends())
                .extracting(BackendConfig::address)
                .containsExactly(new Address("app", 80), new Address("::1", 80));
    }

    @Test
    void a_file_that_cannot_be_read_is_a_problem_of_the_whole_file(@TempDir Path dir) throws IOException {
        Path latin1 = Files.write(dir.resolve("latin1.yaml"), new byte[] {'#', (byte) 0xe9});
        Path missing = dir.resolve("missing.yaml");

        assertThat(ConfigFile.read(missing))
                .hasToString("Invalid[problems=[" + missing
                        + ": there is no such file; check the path, or leave it out to use the default]]");
        assertThat(ConfigFile.read(latin1))
                .hasToString("Invalid[problems=[" + latin1 + ": not UTF-8 text; save it as UTF-8]]");
        assertThat(ConfigFile.read(dir)).asString().contains(dir + ": cannot be read: Is a directory;");
        assertThat(ConfigFile.read(Path.of("/dev/zero"))).isInstanceOf(ConfigResult.Invalid.class);
    }

    private static PoolConfig pool(LbConfig config, String name) {
        return Objects.requireNonNull(config.pools().get(name));
    }
}
