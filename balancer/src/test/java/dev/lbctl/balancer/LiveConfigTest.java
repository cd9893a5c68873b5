package dev.lbctl.balancer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.lbctl.balancer.api.ConfigReport;
import dev.lbctl.balancer.api.ErrorBody;
import dev.lbctl.balancer.api.Json;
import dev.lbctl.balancer.api.Problem;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@code GET /config} and {@code PUT /config}. */
class LiveConfigTest {
    private final NamedServer one = new NamedServer("one");
    private final String plain = pool("");
    private final LiveBalancer balancer = new LiveBalancer(plain);

    LiveConfigTest() throws IOException {}

    @AfterEach
    void stop() {
        balancer.close();
        one.close();
    }

    private String pool(String more) {
        return """
                pools:
                  default:
                    backends: [ { name: one, url: "%s" } ]
                %s
                """.formatted(one.url(), more);
    }

    private HttpResponse<String> put(String text, String... headers) throws Exception {
        return balancer.admin("PUT", "/config", text, headers);
    }

    private static String etag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    private static ConfigReport report(String answer) throws IOException {
        return Json.strict().readValue(answer, ConfigReport.class);
    }

    @Test
    void what_is_shown_can_be_sent_back_in_either_form_and_changes_nothing() throws Exception {
        HttpResponse<String> yaml = balancer.get("/config", "Accept", "application/yaml");
        HttpResponse<String> json = balancer.get("/config");

        assertThat(yaml.body()).contains("algorithm: round_robin", "url: " + one.url());
        assertThat(json.body()).startsWith("{\"listener\":{");
        assertThat(etag(yaml)).startsWith("\"").isNotEqualTo(etag(json));
        for (HttpResponse<String> shown : List.of(yaml, json)) {
            HttpResponse<String> answer = put(shown.body(), "If-Match", etag(shown));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(report(answer.body()).summary()).isEqualTo("nothing changes");
            assertThat(etag(answer)).isEqualTo(etag(json));
        }
    }

    @Test
    void whoever_does_not_say_what_is_to_be_replaced_or_is_late_is_refused() throws Exception {
        String old = etag(balancer.get("/config"));
        balancer.put(pool("    algorithm: random"));

        assertThat(balancer.refused(428, put(LiveBalancer.HEAD + plain)).hint()).contains("If-Match");
        assertThat(balancer.refused(412, put(LiveBalancer.HEAD + plain, "If-Match", old))
                        .hint())
                .contains("GET /config again");
        assertThat(balancer.get("/config").body()).contains("random");
    }

    @Test
    void all_that_is_wrong_is_told_at_once_and_nothing_changes() throws Exception {
        String before = etag(balancer.get("/config"));
        ErrorBody refusal = balancer.refused(
                400,
                put(
                        LiveBalancer.HEAD
                                + "pools:\n  default:\n    algorithm: rond_robin\n    backends: [ { url: ftp://x } ]\n",
                        "If-Match",
                        "*"));

        assertThat(refusal.error()).isEqualTo("invalid_configuration");
        assertThat(refusal.problems())
                .extracting(Problem::line, Problem::column, Problem::fix)
                .containsExactly(
                        tuple(6, 16, "did you mean round_robin?"),
                        tuple(7, 24, "write http://host:port, like http://10.0.0.5:8080"));
        assertThat(etag(balancer.get("/config"))).isEqualTo(before);
        assertThat(balancer.get("/status").body()).contains("\"last_failure\":{", "did you mean round_robin?");
        assertThat(balancer.awaitEvent("reload_refused")).contains("PUT /config: the configuration stays as it was");
    }

    @Test
    void what_takes_a_restart_is_refused_by_its_key() throws Exception {
        String elsewhere = plain + "listener: { address: \"127.0.0.1:1\", transport: nio, admin_paths: true }\n"
                + "admin: { address: \"127.0.0.1:2\" }\nmanagement: { address: \"127.0.0.1:3\" }\n";
        ErrorBody refusal = balancer.refused(409, put(elsewhere, "If-Match", "*"));

        assertThat(refusal.error()).isEqualTo("restart_needed");
        assertThat(refusal.problems())
                .extracting(
                        problem -> problem.what().substring(0, problem.what().indexOf(' ')))
                .containsExactly(
                        "listener.address",
                        "listener.transport",
                        "listener.admin_paths",
                        "admin.address",
                        "management.address");
        assertThat(balancer.refused(409, put(LiveBalancer.HEAD, "If-Match", "*"))
                        .detail())
                .startsWith("pools.default.run: servers are started by the launcher");
    }

    @Test
    void a_dry_run_tells_what_would_change_and_changes_nothing() throws Exception {
        HttpResponse<String> answer = balancer.admin(
                "PUT", "/config?dry_run=true", LiveBalancer.HEAD + pool("    algorithm: random"), "If-Match", "*");

        assertThat(report(answer.body()).applied()).isFalse();
        assertThat(report(answer.body()).summary()).isEqualTo("pools.default.algorithm: round_robin → random");
        assertThat(balancer.get("/config").body()).contains("round_robin");
        assertThat(balancer.refused(400, balancer.admin("PUT", "/config?dryrun", "", "If-Match", "*"))
                        .hint())
                .isEqualTo("did you mean dry_run?");
        assertThat(balancer.refused(400, balancer.admin("PUT", "/config?dry_run=yes", "", "If-Match", "*"))
                        .hint())
                .isEqualTo("write true or false");
    }

    @Test
    void the_answer_tells_what_came_went_and_changed() throws Exception {
        ConfigReport report = report(balancer.put("""
                pools:
                  default: { backends: [ { name: two, url: "%s" } ], retry: { attempts: 2 } }
                  web: { backends: [ { name: three, url: "%s" } ] }
                routes: [ { pool: default }, { path: /web, pool: web } ]
                """.formatted(one.url(), one.url())));

        assertThat(report.applied()).isTrue();
        assertThat(report.pools()).isEqualTo(new ConfigReport.Names(List.of("web"), List.of(), List.of("default")));
        assertThat(report.members().added()).containsExactly("default/two", "web/three");
        assertThat(report.members().removed()).containsExactly("default/one");
        assertThat(report.changes())
                .extracting(ConfigReport.Change::key)
                .containsExactly(
                        "pools.web",
                        "pools.default.backends[two]",
                        "pools.default.retry.attempts",
                        "routes[/web]",
                        "pools.default.backends[one]");
        assertThat(report.changes())
                .extracting(ConfigReport.Change::pool)
                .containsExactly("web", "default", "default", null, "default");
        assertThat(report.changes())
                .extracting(ConfigReport.Change::member)
                .containsExactly(null, "two", null, null, "one");
        assertThat(report.summary()).startsWith("+ pools.web: round_robin over 1 backend; ");
        assertThat(balancer.awaitEvent("reloaded"))
                .contains("PUT /config: the configuration was replaced; + pools.web");
    }

    @Test
    void secrets_are_not_shown_and_their_mask_stands_for_them() throws Exception {
        String guarded = pool("    health: { headers: [ \"Authorization: Bearer s3cret\", \"X-Probe: lbctl\" ] }")
                + "routes: [ { pool: default, request_headers: { set: { X-Api-Key: k3y } } } ]\n";
        ConfigReport taken = report(balancer.put(guarded));
        String shown = balancer.get("/config", "Accept", "application/yaml").body();

        assertThat(taken.toString()).doesNotContain("s3cret", "k3y");
        assertThat(shown).contains("Authorization: ********", "X-Probe: lbctl").doesNotContain("s3cret", "k3y");
        assertThat(report(put(shown, "If-Match", "*").body()).changes()).isEmpty();
        assertThat(report(put(shown.replace("fall: 3", "fall: 4"), "If-Match", "*")
                                .body())
                        .changes())
                .hasSize(1);
        assertThat(report(balancer.put(guarded.replace("k3y", "0ther")))
                        .changes()
                        .get(1)
                        .toString())
                .doesNotContain("k3y", "0ther");
        assertThat(balancer.refused(400, put(shown.replace("Authorization:", "X-Auth-Token:"), "If-Match", "*"))
                        .detail())
                .contains("stands for a secret");
    }

    @Test
    void a_body_that_is_no_text_or_no_end_is_refused() throws Exception {
        assertThat(balancer.refused(413, put("#".repeat((1 << 20) + 1), "If-Match", "*"))
                        .hint())
                .contains("smaller");
        assertThat(balancer.refused(400, balancer.binary("PUT", "/config", new byte[] {'a', (byte) 0xff}))
                        .hint())
                .isEqualTo("send it as UTF-8");
    }

    @Test
    void json_may_be_indented_by_tabs() throws Exception {
        String json = balancer.get("/config").body().replace("{\"listener\"", "{\n\t\"listener\"");

        assertThat(put(json, "If-Match", "*", "Content-Type", "application/json")
                        .statusCode())
                .isEqualTo(200);
    }
}
