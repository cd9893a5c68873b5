package dev.lbctl.balancer.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.balancer.Nobody;
import dev.lbctl.balancer.ScriptedBackend;
import dev.lbctl.balancer.pool.Backend;
import dev.lbctl.balancer.probe.Probe.Result;
import dev.lbctl.config.ProbeConfig;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpProbeTest {
    private final Checking checking = new Checking();

    @AfterEach
    void stop() {
        checking.stop();
    }

    @ParameterizedTest(name = "of {0}, {1} passes: {2}")
    @CsvSource({
        "200-399,     200, true",
        "200-399,     302, true",
        "200-399,     400, false",
        "200-399,     503, false",
        "'200,503',   503, true",
        "204,         200, false"
    })
    void a_status_passes_when_it_is_expected(String expect, int status, boolean passes) throws Exception {
        try (ScriptedBackend backend = new ScriptedBackend(ScriptedBackend.status(status))) {
            assertThat(checking.check(Checking.http(expect, null), backend.named("b")))
                    .isEqualTo(
                            passes ? new Result.Passed("HTTP " + status) : new Result.Failed("HTTP " + status, false));
        }
    }

    @Test
    void a_body_must_have_the_text_in_it_that_is_looked_for() throws Exception {
        ProbeConfig config = Checking.http("200", "\"ok\": true");
        try (ScriptedBackend backend = new ScriptedBackend(ScriptedBackend.body("{\"ok\": true}"))) {
            assertThat(checking.check(config, backend.named("b"))).isEqualTo(new Result.Passed("HTTP 200"));
            backend.answer(ScriptedBackend.body("{\"ok\": false}"));
            assertThat(checking.check(config, backend.named("b")))
                    .isEqualTo(new Result.Failed("HTTP 200 without \"\"ok\": true\" in it", false));
        }
    }

    @Test
    void a_text_beyond_the_first_64_kib_is_not_found() throws Exception {
        ProbeConfig config = Checking.http("200", "ok");
        try (ScriptedBackend backend = new ScriptedBackend(ScriptedBackend.body("x".repeat(65_534) + "ok"))) {
            assertThat(checking.check(config, backend.named("b"))).isInstanceOf(Result.Passed.class);
            backend.answer(ScriptedBackend.body("x".repeat(65_535) + "ok"));
            assertThat(checking.check(config, backend.named("b"))).isInstanceOf(Result.Failed.class);
        }
    }

    @Test
    void a_text_that_comes_in_two_chunks_is_found() throws Exception {
        String chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\no\r\n1\r\nk\r\n0\r\n\r\n";
        try (ScriptedBackend backend = new ScriptedBackend(chunked)) {
            assertThat(checking.check(Checking.http("200", "ok"), backend.named("b")))
                    .isEqualTo(new Result.Passed("HTTP 200"));
        }
    }

    @Test
    void the_request_is_as_the_operator_wants_it() throws Exception {
        ProbeConfig config = new ProbeConfig(
                ProbeConfig.Type.HTTP,
                "/h?a=b",
                "POST",
                "example.org",
                List.of("X-Probe:  yes", "Accept: */*"),
                Checking.http("200", null).expect(),
                null);
        try (ScriptedBackend backend = new ScriptedBackend(ScriptedBackend.body(""))) {
            checking.check(config, backend.named("b"));
            assertThat(backend.request())
                    .containsExactly(
                            "POST /h?a=b HTTP/1.1",
                            "Host: example.org",
                            "User-Agent: lbctl-health",
                            "X-Probe: yes",
                            "Accept: */*",
                            "Content-Length: 0");
        }
    }

    @Test
    void the_host_is_the_backends_own_address_unless_told_otherwise() throws Exception {
        try (ScriptedBackend backend = new ScriptedBackend(ScriptedBackend.body(""))) {
            checking.check(Checking.http("200", null), backend.named("b"));
            assertThat(backend.request())
                    .startsWith(
                            "GET /health HTTP/1.1",
                            "Host: " + backend.named("b").authority());
        }
    }

    @Test
    void interim_answers_are_passed_over() throws Exception {
        try (ScriptedBackend backend = new ScriptedBackend("HTTP/1.1 102 Wait\r\n\r\n" + ScriptedBackend.status(204))) {
            assertThat(checking.check(Checking.http("204", null), backend.named("b")))
                    .isEqualTo(new Result.Passed("HTTP 204"));
        }
    }

    @Test
    void an_answer_may_end_with_its_connection() throws Exception {
        try (ScriptedBackend backend = new ScriptedBackend("HTTP/1.0 200 OK\r\nConnection: close\r\n\r\nok")) {
            assertThat(checking.check(Checking.http("200", "ok"), backend.named("b")))
                    .isEqualTo(new Result.Passed("HTTP 200"));
        }
    }

    @Test
    void a_closed_port_is_conclusive() throws Exception {
        Backend backend = Nobody.called("b");
        assertThat(checking.check(Checking.http("200", null), backend))
                .isEqualTo(new Result.Failed("connection refused on 127.0.0.1:" + backend.port(), true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n"})
    void an_answer_that_does_not_end_in_time_fails(String text) throws Exception {
        try (ScriptedBackend backend = new ScriptedBackend(text)) {
            assertThat(checking.check(Checking.http("200", null), backend.named("b"), Duration.ofMillis(300)))
                    .isEqualTo(new Result.Failed("no answer within 300 ms", false));
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            SSH-2.0-x\\r\\n\\r\\n                                    | The status line is not a version, a status and a reason with one space between them.
            HTTP/1.1 200 OK\\r\\nConnection: close\\r\\nA: b         | the connection was closed before its end
            HTTP/1.1 200 OK\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\nx | A chunk size
            """)
    void an_answer_that_is_not_http_fails(String text, String why) throws Exception {
        try (ScriptedBackend backend =
                new ScriptedBackend(text.replace("\\r", "\r").replace("\\n", "\n"))) {
            assertThat(checking.check(Checking.http("200", null), backend.named("b"))
                            .words())
                    .startsWith("broken answer: " + why.substring(0, Math.min(why.length(), 30)));
        }
    }

    @Test
    void an_unknown_host_is_named() throws Exception {
        assertThat(checking.check(Checking.http("200", null), new Backend("b", "no-such-host.invalid", 80))
                        .words())
                .startsWith("dns: no-such-host.invalid does not resolve");
    }

    @Test
    void ten_checks_share_a_connection_that_the_backend_keeps() throws Exception {
        try (ScriptedBackend backend = new ScriptedBackend(ScriptedBackend.body("ok"))) {
            assertThat(checking.check(20, backend.named("b"))).containsOnly(new Result.Passed("HTTP 200"));
            assertThat(backend.connections()).isEqualTo(2);
        }
    }

    @Test
    void a_kept_connection_that_dies_with_the_next_check_is_replaced_and_no_failure() throws Exception {
        try (ScriptedBackend backend = new ScriptedBackend(ScriptedBackend.body("ok"))) {
            backend.answerOnAConnection(1);
            assertThat(checking.check(3, backend.named("b"))).containsOnly(new Result.Passed("HTTP 200"));
            assertThat(backend.connections()).isEqualTo(3);
        }
    }

    @Test
    void a_fresh_connection_that_dies_before_its_answer_is_a_failure() throws Exception {
        try (ScriptedBackend backend = new ScriptedBackend(ScriptedBackend.body("ok"))) {
            backend.answerOnAConnection(0);
            assertThat(checking.check(1, backend.named("b")))
                    .containsExactly(
                            new Result.Failed("broken answer: the connection was closed before its end", false));
        }
    }

    @Test
    void bytes_beyond_the_answer_end_the_connection() throws Exception {
        try (ScriptedBackend backend = new ScriptedBackend(ScriptedBackend.body("ok") + "more")) {
            assertThat(checking.check(3, backend.named("b"))).containsOnly(new Result.Passed("HTTP 200"));
            assertThat(backend.connections()).isEqualTo(3);
        }
    }
}
