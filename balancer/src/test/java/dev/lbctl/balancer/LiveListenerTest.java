package dev.lbctl.balancer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the listener takes from clients is another with the configuration; and where the configuration comes from. */
class LiveListenerTest {
    private final NamedServer one = new NamedServer(
            "one", exchange -> " for " + exchange.getRequestHeaders().getFirst("X-Forwarded-For"));
    private final LiveBalancer balancer = new LiveBalancer(pool());

    @TempDir
    Path directory;

    LiveListenerTest() throws IOException {}

    @AfterEach
    void stop() {
        balancer.close();
        one.close();
    }

    private String pool() {
        return "pools: { default: { backends: [ { name: one, url: \"" + one.url() + "\" } ] } }\n";
    }

    /** A configuration with other words of the listener. */
    private String listener(String words) {
        return LiveBalancer.HEAD.replace("admin_paths: false", "admin_paths: false, " + words) + pool();
    }

    private void put(String text) throws Exception {
        assertThat(balancer.admin("PUT", "/config", text, "If-Match", "*").statusCode())
                .isEqualTo(200);
    }

    @Test
    void limits_and_trust_count_for_the_next_request_or_connection() throws Exception {
        put(listener("limits: { body: 10B }"));
        assertThat(balancer.sent("X".repeat(11)).statusCode()).isEqualTo(413);
        assertThat(balancer.sent("X".repeat(10)).statusCode()).isEqualTo(200);

        put(listener("trusted_proxies: [ 127.0.0.0/8 ], limits: { headers: 1KiB }"));
        assertThat(balancer.fresh("X-Forwarded-For", "10.1.2.3").body()).contains("for 10.1.2.3");
        assertThat(balancer.fresh("X-Long", "x".repeat(2_000)).statusCode()).isEqualTo(431);
    }

    @Test
    void another_access_log_is_written_and_no_line_is_lost() throws Exception {
        Path first = directory.resolve("first.log");
        Path second = directory.resolve("second.log");
        put(listener("access_log: { format: combined, file: \"" + first + "\" }"));
        for (int i = 0; i < 20; i++) {
            balancer.traffic("/first/" + i);
        }
        put(listener("access_log: { format: json, file: \"" + second + "\" }"));
        balancer.traffic("/second");
        put(listener("access_log: { format: off }"));
        balancer.traffic("/unwritten");

        assertThat(Files.readAllLines(first)).hasSize(20);
        await().untilAsserted(() ->
                assertThat(Files.readString(second)).contains("/second").doesNotContain("unwritten"));
    }

    @Test
    void the_file_is_read_again_and_a_bad_one_changes_nothing() throws Exception {
        Path file = directory.resolve("lbctl.yaml");
        Files.writeString(file, LiveBalancer.HEAD + pool().replace("] }", "], algorithm: random }"));
        balancer.reload(file);
        assertThat(balancer.get("/config").body()).contains("\"algorithm\":\"random\"");
        assertThat(balancer.get("/status").body()).contains("\"changed_by\":\"SIGHUP\",\"last_failure\":null");

        Files.writeString(file, "pools: {}\nroute: []\n");
        balancer.reload(file);
        assertThat(balancer.get("/config").body()).contains("\"algorithm\":\"random\"");
        assertThat(balancer.get("/status").body()).contains(file + ":2:1: unknown key route");
        assertThat(balancer.awaitEvent("reload_refused")).contains("SIGHUP: the configuration stays as it was: ");

        Files.delete(file);
        balancer.reload(file);
        assertThat(balancer.get("/status").body()).contains("there is no such file");
        assertThat(balancer.traffic("/").body()).startsWith("one");
    }
}
