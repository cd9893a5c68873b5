package dev.lbctl.balancer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.balancer.operator.OverridesFile;
import dev.lbctl.balancer.surface.RawHttp;
import dev.lbctl.config.LbConfig;
import dev.lbctl.config.file.ConfigFile;
import dev.lbctl.config.file.ConfigResult;
import java.io.IOException;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several pools of one file, as clients meet them. */
class RoutingTest {
    private Mirror api;
    private Mirror web;
    private Balancer balancer;

    @BeforeEach
    void start() throws IOException {
        api = new Mirror("api");
        web = new Mirror("web");
        balancer = new Balancer(config(), null, new OverridesFile(null), Clock.systemUTC());
        balancer.start();
    }

    @AfterEach
    void stop() throws IOException {
        balancer.stop();
        api.close();
        web.close();
    }

    private LbConfig config() {
        String yaml = """
                listener: { address: 127.0.0.1:0, admin_paths: true }
                admin: { address: 127.0.0.1:0 }
                management: { address: 127.0.0.1:0 }
                pools:
                  api: { backends: [ { url: "API" } ] }
                  web: { backends: [ { url: "WEB" } ] }
                  gone: { backends: [ { url: "http://127.0.0.1:1" } ], health: { interval: 1h, down_interval: 1h } }
                routes:
                  - { host: api.example.org, path: /v1, pool: api }
                  - { host: "*.example.org", pool: web }
                  - { host: "[::1]", pool: api }
                  - { path: /gone, pool: gone }
                """.replace("API", api.url()).replace("WEB", web.url());
        return ((ConfigResult.Valid) ConfigFile.parse("lbctl.yaml", yaml)).config();
    }

    private RawHttp.Answer get(String path, String host) throws IOException {
        return RawHttp.send(balancer.port(), "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
    }

    @ParameterizedTest
    @CsvSource({
        "api.example.org, /v1/users, api",
        "API.EXAMPLE.ORG.:8000, /v1?x, api",
        "api.example.org, /v10, web",
        "a.b.example.org, /v1, web",
        "www.example.org, /metrics, web",
        "[::1]:8000, /, api",
    })
    void host_and_path_tell_the_pool(String host, String path, String pool) throws IOException {
        RawHttp.Answer answer = get(path, host);

        assertThat(answer.header("Server")).contains(pool);
        assertThat(answer.body()).startsWith("GET " + path + " HTTP/1.1\r\n").contains("\r\nHost: " + host + "\r\n");
    }

    @Test
    void an_absolute_target_is_routed_by_its_own_host() throws IOException {
        assertThat(get("http://www.example.org/v1", "www.example.org").header("Server"))
                .contains("web");
    }

    @Test
    void a_request_that_no_route_takes_is_answered_404() throws IOException {
        RawHttp.Answer answer = get("/", "example.org");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).contains("\"no_route\"", "No route takes this host and path.");
    }

    @Test
    void a_pool_without_a_member_that_can_serve_is_named() throws IOException {
        RawHttp.Answer answer = get("/gone/x", "localhost");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.body()).contains("\"no_member\"", "No backend of pool gone can take the request now.");
        assertThat(get("/", "www.example.org").status()).isEqualTo(200);
    }

    @Test
    void admin_paths_belong_to_the_control_plane_unless_a_route_has_the_host() throws IOException {
        assertThat(get("/metrics", "localhost").body()).contains("total_requests");
    }
}
