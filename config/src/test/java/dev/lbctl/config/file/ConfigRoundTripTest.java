package dev.lbctl.config.file;

import static dev.lbctl.config.file.Parsed.valid;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.config.AccessLogConfig;
import dev.lbctl.config.AccessLogConfig.Format;
import dev.lbctl.config.Address;
import dev.lbctl.config.AddressRange;
import dev.lbctl.config.AlgorithmKind;
import dev.lbctl.config.BackendConfig;
import dev.lbctl.config.BalanceConfig;
import dev.lbctl.config.ClientTimeoutConfig;
import dev.lbctl.config.ConnectionConfig;
import dev.lbctl.config.CookieConfig;
import dev.lbctl.config.CookieConfig.SameSite;
import dev.lbctl.config.CookieConfig.Secure;
import dev.lbctl.config.EjectionConfig;
import dev.lbctl.config.ExposureConfig;
import dev.lbctl.config.ExtraMethod;
import dev.lbctl.config.FitnessConfig;
import dev.lbctl.config.HashBy;
import dev.lbctl.config.HashConfig;
import dev.lbctl.config.HeaderConfig;
import dev.lbctl.config.HealthConfig;
import dev.lbctl.config.HostHeader;
import dev.lbctl.config.HostPattern;
import dev.lbctl.config.LbConfig;
import dev.lbctl.config.LimitConfig;
import dev.lbctl.config.ListenerConfig;
import dev.lbctl.config.PoolConfig;
import dev.lbctl.config.ProbeConfig;
import dev.lbctl.config.QueueConfig;
import dev.lbctl.config.RetryConfig;
import dev.lbctl.config.RouteConfig;
import dev.lbctl.config.SocketConfig;
import dev.lbctl.config.StatusSet;
import dev.lbctl.config.StickyConfig;
import dev.lbctl.config.StickyConfig.OnDrain;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigRoundTripTest {

    @Test
    void what_is_written_is_read_back_equal() {
        LbConfig config = valid("""
                listener: { address: "[::1]:8100", admin_paths: false }
                pools:
                  "1e3": { backends: [ { name: "7", url: http://app } ], health: { path: "/h?a='b':[c]", interval: 90m } }
                  true: { run: { sample: 2 }, timeouts: { idle: 61001ms } }
                routes: [ { path: "/a:b", pool: "1e3" }, { pool: true } ]
                """);
        assertThat(valid(ConfigFile.write(config))).isEqualTo(config);
        assertThat(valid(ConfigFile.write(ConfigFile.defaults()))).isEqualTo(ConfigFile.defaults());
    }

    @Test
    void what_is_empty_in_two_places_is_written_out_in_both() {
        LbConfig config = valid("listener: { trusted_proxies: [], allow: [] }");

        assertThat(ConfigFile.write(config)).contains("trusted_proxies: []\n", "allow: []\n");
    }

    @Test
    void every_key_of_traffic_is_written_and_read_back_equal() {
        LbConfig config = valid("""
                listener:
                  trusted_proxies: [10.0.0.0/8, "::1", 192.168.1.7]
                  decision_header: true
                  allow: [trace, connect]
                  limits: { request_line: 1000B, headers: 1MiB, fields: 7, body: 10MiB, connections: 3 }
                  timeouts: { head: 1s, keep_alive: 2s, half_close: 0s }
                  transport: nio
                  access_log: { format: combined, file: /var/log/lbctl/access.log, rotate: 1GiB, keep: 9 }
                pools:
                  a:
                    backends: []
                    host: backend
                    retry: { attempts: 2, budget: 0%, budget_minimum: 0, body: 0B }
                    timeouts: { queue: 1ms, answer: 24h, upgrade: 2h }
                    connections: { max: 20, idle: 0, idle_for: 1s, max_age: 1m }
                    queue: { size: 0 }
                """);
        assertThat(config.listener())
                .isEqualTo(new ListenerConfig(
                        new SocketConfig(new Address("127.0.0.1", 8000), TransportKind.NIO),
                        new ExposureConfig(false, true),
                        Stream.of("10.0.0.0/8", "::1", "192.168.1.7")
                                .flatMap(text -> AddressRange.parse(text).stream())
                                .toList(),
                        Set.of(ExtraMethod.CONNECT, ExtraMethod.TRACE),
                        new LimitConfig(1000, 1 << 20, 7, 10 << 20, 3),
                        new ClientTimeoutConfig(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ZERO),
                        new AccessLogConfig(Format.COMBINED, Path.of("/var/log/lbctl/access.log"), 1 << 30, 9)));
        assertThat(Objects.requireNonNull(config.pools().get("a")).traffic())
                .isEqualTo(new TrafficConfig(
                        new RetryConfig(2, 0, 0, 0),
                        new TimeoutConfig(
                                Duration.ofSeconds(1),
                                Duration.ofSeconds(30),
                                Duration.ofMinutes(1),
                                Duration.ofMillis(1),
                                Duration.ofHours(24),
                                Duration.ofHours(2)),
                        new ConnectionConfig(20, 0, Duration.ofSeconds(1), Duration.ofMinutes(1)),
                        new QueueConfig(0),
                        HostHeader.BACKEND));
        assertThat(valid(ConfigFile.write(config))).isEqualTo(config);
    }

    @Test
    void every_key_of_balance_is_written_and_read_back_equal() {
        LbConfig config = valid("""
                pools:
                  a:
                    algorithm: consistent_hash
                    hash: { by: cookie, name: session }
                    slow_start: 90s
                    backends: [ { url: "http://app", weight: 1000 } ]
                """);
        PoolConfig pool = Objects.requireNonNull(config.pools().get("a"));

        assertThat(pool.balance())
                .isEqualTo(new BalanceConfig(
                        AlgorithmKind.CONSISTENT_HASH,
                        new HashConfig(HashBy.COOKIE, "session"),
                        Duration.ofSeconds(90),
                        null));
        assertThat(pool.backends()).containsExactly(new BackendConfig("app:80", new Address("app", 80), 1_000));
        assertThat(valid(ConfigFile.write(config))).isEqualTo(config);
    }

    @Test
    void every_key_of_sticky_is_written_and_read_back_equal() {
        LbConfig config = valid("""
                pools:
                  a:
                    backends: []
                    sticky:
                      { cookie: __Secure-at, path: /app, domain: example.org, same_site: none, secure: always, max_age: 720h,
                        secret_file: /etc/lbctl/secret, on_drain: move }
                """);

        assertThat(sticky(config))
                .isEqualTo(new StickyConfig(
                        "__Secure-at",
                        new CookieConfig("/app", "example.org", SameSite.NONE, Secure.ALWAYS, Duration.ofDays(30)),
                        Path.of("/etc/lbctl/secret"),
                        OnDrain.MOVE));
        assertThat(valid(ConfigFile.write(config))).isEqualTo(config);
    }

    @Test
    void a_pool_that_says_no_more_than_sticky_has_a_cookie_until_the_browser_ends() {
        LbConfig config = valid("pools: { a: { backends: [], sticky: } }");

        assertThat(sticky(config))
                .isEqualTo(new StickyConfig(
                        "lbctl_session",
                        new CookieConfig("/", null, SameSite.LAX, Secure.AUTO, null),
                        null,
                        OnDrain.FINISH));
        assertThat(valid(ConfigFile.write(config))).isEqualTo(config);
        assertThat(ConfigFile.defaults().pools().get("default"))
                .extracting(pool -> pool.balance().sticky())
                .isNull();
    }

    private static @Nullable StickyConfig sticky(LbConfig config) {
        return Objects.requireNonNull(config.pools().get("a")).balance().sticky();
    }

    @Test
    void every_key_of_a_route_is_written_and_read_back_equal() {
        LbConfig config = valid("""
                pools: { web: { backends: [] } }
                routes:
                  - { host: API.example.org., path: /v1/, pool: web, strip_prefix: true }
                  - { path: /a/b, pool: web, strip_prefix: /a/ }
                  - path: /c
                    pool: web
                    strip_prefix: false
                    request_headers: { set: { X-Team: a, X-Debug: 1 }, add: { X-Empty: "" }, remove: [Cookie2, Via] }
                    response_headers: { add: { Set-Cookie: "a=b; Secure" } }
                  - { host: "*.example.org", pool: web }
                  - { host: "[::1]", pool: web }
                  - { path: /, pool: web }
                """);
        assertThat(config.routes())
                .containsExactly(
                        new RouteConfig(
                                new HostPattern("api.example.org", false),
                                "/v1",
                                "web",
                                "/v1",
                                HeaderConfig.NONE,
                                HeaderConfig.NONE),
                        new RouteConfig(null, "/a/b", "web", "/a", HeaderConfig.NONE, HeaderConfig.NONE),
                        new RouteConfig(
                                null,
                                "/c",
                                "web",
                                "",
                                new HeaderConfig(
                                        Map.of("X-Team", "a", "X-Debug", "1"),
                                        Map.of("X-Empty", ""),
                                        List.of("Cookie2", "Via")),
                                new HeaderConfig(Map.of(), Map.of("Set-Cookie", "a=b; Secure"), List.of())),
                        new RouteConfig(
                                new HostPattern("example.org", true),
                                "/",
                                "web",
                                "",
                                HeaderConfig.NONE,
                                HeaderConfig.NONE),
                        new RouteConfig(
                                new HostPattern("[0:0:0:0:0:0:0:1]", false),
                                "/",
                                "web",
                                "",
                                HeaderConfig.NONE,
                                HeaderConfig.NONE),
                        RouteConfig.all("web"));
        assertThat(valid(ConfigFile.write(config))).isEqualTo(config);
    }

    @Test
    void every_key_of_fitness_is_written_and_read_back_equal() {
        LbConfig config = valid("""
                pools:
                  a:
                    backends: []
                    health:
                      { path: "/h?x", method: POST, host: "[::1]:80", headers: ["X-A: b, c", "Accept:*/*"], expect: 204,
                        body: 'it is "ok": yes', interval: 3s, down_interval: 1s, timeout: 2s, rise: 1, fall: 7 }
                    ejection:
                      { enabled: false, consecutive: 0, failure_rate: 0%, minimum_requests: 1, window: 1m, time: 5s, max_time: 5s }
                    panic: 0%
                """);
        assertThat(Objects.requireNonNull(config.pools().get("a")).fitness())
                .isEqualTo(new FitnessConfig(
                        new HealthConfig(
                                new ProbeConfig(
                                        ProbeConfig.Type.HTTP,
                                        "/h?x",
                                        "POST",
                                        "[::1]:80",
                                        List.of("X-A: b, c", "Accept:*/*"),
                                        new StatusSet(List.of(new StatusSet.Range(204, 204))),
                                        "it is \"ok\": yes"),
                                Duration.ofSeconds(3),
                                Duration.ofSeconds(1),
                                Duration.ofSeconds(2),
                                1,
                                7),
                        new EjectionConfig(
                                false, 0, 0, 1, Duration.ofMinutes(1), Duration.ofSeconds(5), Duration.ofSeconds(5)),
                        0));
        assertThat(valid(ConfigFile.write(config))).isEqualTo(config);
    }

    @Test
    void a_probe_that_only_connects_is_written_and_read_back_equal() {
        LbConfig config = valid("pools: { a: { backends: [], health: { type: tcp, interval: 5s } } }");
        assertThat(Objects.requireNonNull(config.pools().get("a"))
                        .health()
                        .probe()
                        .type())
                .isEqualTo(ProbeConfig.Type.TCP);
        assertThat(valid(ConfigFile.write(config))).isEqualTo(config);
    }

    @Test
    void a_relative_access_log_begins_in_the_directory_of_the_file(@TempDir Path dir) throws IOException {
        Path file = Files.writeString(dir.resolve("my.yaml"), "listener: { access_log: { file: logs/../access.log } }");

        assertThat(ConfigFile.read(file))
                .isInstanceOfSatisfying(
                        ConfigResult.Valid.class,
                        result -> assertThat(
                                        result.config().listener().accessLog().file())
                                .isEqualTo(dir.resolve("access.log")));
    }

    @Test
    void lists_that_are_left_empty_are_empty() {
        ListenerConfig listener =
                valid("listener:\n  trusted_proxies:\n  allow: []\n").listener();
        assertThat(listener.trustedProxies()).isEmpty();
        assertThat(listener.allow()).isEmpty();
    }
}
