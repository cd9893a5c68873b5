package dev.lbctl.balancer.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lbctl.balancer.api.BackendStatus;
import dev.lbctl.balancer.api.ErrorBody;
import dev.lbctl.balancer.api.Json;
import dev.lbctl.balancer.api.ProbeEntry;
import dev.lbctl.balancer.api.ProbeList;
import dev.lbctl.balancer.api.StatusReport;
import dev.lbctl.balancer.evidence.Evidence;
import dev.lbctl.balancer.evidence.ProbeReport;
import dev.lbctl.balancer.pool.Duty;
import dev.lbctl.balancer.pool.Health;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlServerTest {
    private final ControlClient client = new ControlClient();

    @AfterEach
    void stop() {
        client.stop();
    }

    @Test
    void the_status_tells_of_requests_and_backends() throws Exception {
        client.up("server-1");
        client.served("server-1", 200);
        client.served("server-1", 502);
        StatusReport status = client.read("/status", StatusReport.class);
        assertThat(status.algorithm()).isEqualTo("round_robin");
        assertThat(status.statistics().totalRequests()).isEqualTo(2);
        assertThat(status.statistics().successRate()).isEqualTo(50);
        assertThat(status.backendServers()).extracting(BackendStatus::name).containsExactly("server-1", "server-2");
        assertThat(status.backendServers().get(0).p99Ms()).isPositive();
        assertThat(status.recentRequests())
                .extracting(request -> request.status())
                .containsExactly(502, 200);
    }

    @Test
    void the_metrics_are_json_unless_prometheus_asks() throws Exception {
        client.up("server-1");
        client.served("server-1", 200);
        client.droppedLines(3);
        JsonNode json = client.read("/metrics", JsonNode.class);
        assertThat(json.get("total_requests").asInt()).isEqualTo(1);
        assertThat(json.get("servers").get(0).get("healthy").asBoolean()).isTrue();
        HttpResponse<String> text = client.get("/metrics", "Accept", "text/plain;version=0.0.4");
        assertThat(text.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
        assertThat(text.body())
                .contains("lbctl_backend_requests_total{backend=\"server-1\",code_class=\"2xx\",pool=\"default\"} 1.0")
                .contains(
                        "lbctl_backend_request_duration_seconds_bucket{backend=\"server-1\",pool=\"default\",le=\"0.025\"} 1")
                .contains("lbctl_backend_request_duration_seconds_count{backend=\"server-1\",pool=\"default\"} 1")
                .contains("lbctl_backend_in_flight{backend=\"server-1\",pool=\"default\"} 0.0")
                .contains("lbctl_backend_up{backend=\"server-1\",pool=\"default\"} 1.0")
                .contains("lbctl_backend_up{backend=\"server-2\",pool=\"default\"} 0.0")
                .contains("lbctl_backend_duty{backend=\"server-1\",duty=\"ready\",pool=\"default\"} 1.0")
                .contains("lbctl_retries_total 0.0")
                .contains("lbctl_access_log_dropped_total 3.0");
        HttpResponse<String> open =
                client.get("/metrics", "Accept", "application/openmetrics-text;version=1.0.0,text/plain;q=0.4");
        assertThat(open.body()).endsWith("# EOF\n");
    }

    @Test
    void health_goes_from_down_over_degraded_to_ok() throws Exception {
        assertThat(client.get("/health").statusCode()).isEqualTo(503);
        client.up("server-1");
        assertThat(client.read("/health", JsonNode.class).get("status").asText())
                .isEqualTo("degraded");
        client.up("server-2");
        assertThat(client.read("/health", JsonNode.class).get("status").asText())
                .isEqualTo("ok");
        client.pool().assign("server-2", Duty.DRAIN, "because");
        assertThat(client.read("/health", JsonNode.class).get("status").asText())
                .isEqualTo("ok");
    }

    @Test
    void it_is_alive_before_it_is_ready() throws Exception {
        assertThat(client.get("/livez").statusCode()).isEqualTo(200);
        client.listening(false);
        client.up("server-1");
        assertThat(client.refusal(client.get("/readyz"), 503).detail()).contains("listener");
        assertThat(client.refusal(client.get("/startedz"), 503).detail()).contains("listener");
        client.listening(true);
        assertThat(client.get("/readyz").statusCode()).isEqualTo(200);
        client.pool().assign("server-1", Duty.MAINT, "because");
        assertThat(client.refusal(client.get("/readyz"), 503).detail())
                .isEqualTo("no backend takes traffic; 1 of 2 should");
        assertThat(client.get("/startedz").statusCode()).isEqualTo(200);
    }

    @Test
    void a_backend_joins_drains_and_leaves() throws Exception {
        HttpResponse<String> joined =
                client.change("POST", "/backends", "{\"name\":\"server-3\",\"url\":\"http://[::1]:9003\"}");
        assertThat(joined.statusCode()).isEqualTo(201);
        assertThat(Json.strict().readValue(joined.body(), BackendStatus.class).url())
                .isEqualTo("http://[::1]:9003");
        client.up("server-3");
        HttpResponse<String> drained = client.change("PATCH", "/backends/server-3", "{\"duty\":\"drain\"}");
        assertThat(Json.strict().readValue(drained.body(), BackendStatus.class).duty())
                .isEqualTo("drain");
        HttpResponse<String> again =
                client.change("POST", "/backends", "{\"name\":\"server-3\",\"url\":\"http://[::1]:9003\"}");
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(client.change("DELETE", "/backends/server-3", "").statusCode())
                .isEqualTo(204);
        assertThat(client.pool().snapshot().member("server-3")).isEmpty();
        assertThat(client.refusal(client.change("DELETE", "/backends/server-3", ""), 404))
                .isEqualTo(new ErrorBody(
                        "unknown_backend", "no backend is called \"server-3\"", "there is server-1, server-2"));
    }

    @Test
    void the_probes_of_a_backend_are_told_the_newest_first() throws Exception {
        Instant time = Instant.parse("2026-02-03T04:05:06Z");
        Evidence evidence =
                client.pool().snapshot().member("server-1").orElseThrow().evidence();
        evidence.probes().add(new ProbeReport(time, true, "HTTP 200", Duration.ofNanos(1_234_500)));
        evidence.probes().add(new ProbeReport(time.plusSeconds(2), false, "HTTP 503", Duration.ofMillis(3)));
        assertThat(client.read("/backends/server-1/probes", ProbeList.class))
                .isEqualTo(new ProbeList(
                        "default",
                        "server-1",
                        List.of(
                                new ProbeEntry(time.plusSeconds(2), false, "HTTP 503", 3),
                                new ProbeEntry(time, true, "HTTP 200", 1.235))));
        assertThat(client.refusal(client.get("/backends/nobody/probes"), 404).error())
                .isEqualTo("unknown_backend");
    }

    @Test
    void a_backend_announced_again_is_unknown_until_its_next_probe() throws Exception {
        client.down("server-1");
        client.change("POST", "/backends", "{\"name\":\"server-1\",\"url\":\"http://127.0.0.1:9001\"}");
        assertThat(client.pool().snapshot().member("server-1").orElseThrow().health())
                .isEqualTo(Health.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "PATCH; /backends/server-1; {\"duty\":\"sleep\"}; 400; wrong_value; duty is \"sleep\"",
                "PATCH; /backends/server-1; {}; 400; wrong_value; nothing is to be changed",
                "PATCH; /backends/server-1; null; 400; wrong_value; null",
                "PATCH; /backends/server-1; ''; 400; wrong_value; body",
                "PATCH; /backends/server-1; {\"duty\":\"drain\",\"why\":1}; 400; unknown_field; why",
                "PATCH; /backends/server-1; {\"weight\":0}; 400; wrong_value; weight is 0",
                "PATCH; /backends/server-1; {\"weight\":1001}; 400; wrong_value; weight is 1001",
                "PATCH; /backends/server-1; {\"weight\":\"many\"}; 400; wrong_value; field \"weight\"",
                "PATCH; /backends/server-1; {\"duty\":\"drain\",\"for\":\"10\"}; 400; wrong_value; for is \"10\"",
                "PATCH; /backends/server-1; {\"duty\":\"drain\",\"for\":\"0s\"}; 400; wrong_value; for is \"0s\"",
                "PATCH; /backends/server-1; {\"weight\":2,\"for\":\"10m\"}; 400; wrong_value; no duty is given",
                "PATCH; /backends/server-1; {\"duty\":\"maint\",\"leaving\":true}; 400; wrong_value; leaving",
                "PATCH; /backends/server-1; {\"returning\":\"soon\"}; 400; wrong_value; returning is \"soon\"",
                "PATCH; /backends/server-1; {\"returning\":\"0s\",\"cause\":\"bored\"}; 400; wrong_value; cause is \"bored\"",
                "PATCH; /backends/server-1; {\"duty\":\"maint\",\"cause\":\"killed\"}; 400; wrong_value; cause is \"killed\"",
                "PATCH; /backends/server-1; {\"returning\":\"2h\"}; 400; wrong_value; returning is \"2h\"",
                "PATCH; /backends/server-1; {\"returning\":\"5s\",\"weight\":2}; 400; wrong_value; returning",
                "POST; /algorithm; {\"algorithm\":\"weigthed\"}; 400; unknown_algorithm; \"weigthed\"",
                "POST; /algorithm; {\"algorithm\":\"random\",\"pool\":\"no\"}; 404; unknown_pool; \"no\"",
                "PATCH; /backends/nobody; {\"duty\":\"drain\"}; 404; unknown_backend; nobody",
                "POST; /backends; {\"name\":\"a b\",\"url\":\"http://x:1\"}; 400; wrong_value; name is",
                "POST; /backends; {\"name\":\"x\",\"url\":\"ftp://x:1\"}; 400; wrong_value; url is",
                "POST; /backends; {\"name\":\"x\",\"url\":\"http://x:1/path\"}; 400; wrong_value; url is",
                "POST; /backends; {\"name\":\"x\",\"url\":\"http://x:99999\"}; 400; wrong_value; url is",
                "POST; /backends; {\"name\":\"x\",\"url\":\"http://u:p@x:1\"}; 400; wrong_value; url is",
                "POST; /backends; {\"name\":\"x\"}; 400; wrong_value; url is \"null\"",
                "POST; /backends; {\"name\":\"x\",\"url\":\"http://x:1\",\"pool\":\"no\"}; 404; unknown_pool; \"no\"",
                "POST; /backends; {\"name\"; 400; malformed_json; Unexpected",
                "PUT; /backends; {}; 405; method_not_allowed; PUT /backends"
            })
    void a_wrong_change_is_told_what_is_wrong(
            String method, String path, String body, int status, String error, String detail) throws Exception {
        ErrorBody refusal = client.refusal(client.change(method, path, body), status);
        assertThat(refusal.error()).isEqualTo(error);
        assertThat(refusal.detail()).contains(detail);
        assertThat(refusal.hint()).isNotBlank();
    }

    @Test
    void a_body_that_is_too_large_is_refused() throws Exception {
        ErrorBody refusal = client.refusal(client.change("POST", "/backends", "x".repeat(100_000)), 413);
        assertThat(refusal.error()).isEqualTo("body_too_large");
    }

    @Test
    void a_change_without_the_token_changes_nothing() throws Exception {
        client.refusal(client.send("DELETE", "/backends/server-1", ""), 401);
        assertThat(client.pool().snapshot().member("server-1")).isPresent();
    }

    @Test
    void requests_are_as_many_as_asked_for_the_newest_first() throws Exception {
        client.served("server-1", 200);
        client.served("server-2", 201);
        client.served("server-1", 202);
        client.served("server-1", 502);
        JsonNode two = client.read("/requests?limit=2&backend=server-1", JsonNode.class)
                .get("requests");
        assertThat(two).hasSize(2);
        assertThat(two.get(0).get("status").asInt()).isEqualTo(502);
        assertThat(two.get(0).get("request_id").asText())
                .isEqualTo("id-" + two.get(0).get("id").asText());
        assertThat(client.read("/requests?failed&limit=5", JsonNode.class).get("requests"))
                .hasSize(1);
        assertThat(client.refusal(client.get("/requests?limit=0"), 400).detail())
                .isEqualTo("limit is \"0\"");
    }

    @Test
    void a_request_is_explained_by_its_number_or_its_id_until_it_is_forgotten() throws Exception {
        client.served("server-1", 200);

        JsonNode byId = client.read("/requests/id-1/explanation", JsonNode.class);
        assertThat(byId).isEqualTo(client.read("/requests/1/explanation", JsonNode.class));
        assertThat(byId.get("asked").get("request_id").asText()).isEqualTo("id-1");
        assertThat(byId.get("answer").get("sentence").asText()).isEqualTo("200, relayed whole from server-1");
        ErrorBody unknown = client.refusal(client.get("/requests/2/explanation"), 404);
        assertThat(unknown.error()).isEqualTo("unknown_request");
        assertThat(unknown.hint()).contains("GET /requests");
    }

    @Test
    void a_request_that_was_not_sent_is_explained_as_often_as_one_likes() throws Exception {
        client.up("server-1");
        client.up("server-2");
        for (int i = 0; i < 3; i++) {
            JsonNode foreseen = client.read("/explain?method=GET&url=http://localhost:8000/a%3Fb", JsonNode.class);
            assertThat(foreseen.get("choice").get("backend").asText()).isEqualTo("server-1");
            assertThat(foreseen.get("asked").get("target").asText()).isEqualTo("/a?b");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/explain, url is",
        "/explain?url=ftp://x, url is",
        "/explain?url=/&method=G%20T, method is",
        "/explain?url=/&method=CONNECT, method is",
        "/explain?url=/&client=me, client is",
        "/explain?url=/&header=x, header is"
    })
    void a_request_that_nobody_could_send_is_refused(String path, String detail) throws Exception {
        assertThat(client.refusal(client.get(path), 400).detail()).contains(detail);
    }

    @Test
    void a_reset_starts_the_counts_again() throws Exception {
        client.served("server-1", 200);
        StatusReport after =
                Json.strict().readValue(client.change("POST", "/reset", "").body(), StatusReport.class);
        assertThat(after.statistics().totalRequests()).isZero();
        assertThat(after.backendServers().get(0).totalRequests()).isZero();
        assertThat(after.recentRequests()).isEmpty();
    }

    @Test
    void the_dashboard_finds_its_endpoints() throws Exception {
        HttpResponse<String> found = client.get("/dashboard/endpoints.json");
        assertThat(found.body()).isEqualTo("{\"admin_port\":" + client.port() + ",\"management_port\":8004}");
        assertThat(found.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }

    @Test
    void an_address_that_is_taken_is_named() {
        assertThatThrownBy(() -> client.another(client.port()).start())
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("127.0.0.1:" + client.port());
    }

    @Test
    void the_history_is_read_from_a_moment_on_and_nothing_else_is_taken_for_one() throws Exception {
        assertThat(client.read("/history", JsonNode.class).get("step_seconds").asDouble())
                .isEqualTo(2);
        assertThat(client.get("/history?after=2999-01-01T00:00:00Z").body()).contains("\"samples\":[]");
        assertThat(client.get("/history?after=yesterday").statusCode()).isEqualTo(400);
    }
}
