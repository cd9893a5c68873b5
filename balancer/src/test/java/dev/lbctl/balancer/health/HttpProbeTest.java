package dev.lbctl.balancer.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.balancer.pool.Backend;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpProbeTest {
    private static final Duration PATIENT = Duration.ofSeconds(5);

    @ParameterizedTest
    @ValueSource(ints = {200, 204, 302, 399})
    void a_good_status_passes(int status) throws Exception {
        try (ScriptedBackend backend = new ScriptedBackend(ScriptedBackend.status(status))) {
            assertThat(check(backend.named("b"))).isEqualTo(new Probe.Result.Passed("HTTP " + status));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 500, 503})
    void a_bad_status_fails(int status) throws Exception {
        try (ScriptedBackend backend = new ScriptedBackend(ScriptedBackend.status(status))) {
            assertThat(check(backend.named("b"))).isEqualTo(new Probe.Result.Failed("HTTP " + status, false));
        }
    }

    @Test
    void a_closed_port_is_conclusive() throws Exception {
        Backend backend = gone();
        assertThat(check(backend))
                .isEqualTo(new Probe.Result.Failed("connection refused on 127.0.0.1:" + backend.port(), true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n"})
    void an_answer_that_does_not_end_in_time_fails(String text) throws Exception {
        try (ScriptedBackend backend = new ScriptedBackend(text)) {
            assertThat(check(backend.named("b"), Duration.ofMillis(300)))
                    .isEqualTo(new Probe.Result.Failed("no answer within 300 ms", false));
        }
    }

    @Test
    void an_answer_that_is_not_http_fails() throws Exception {
        try (ScriptedBackend backend = new ScriptedBackend("SSH-2.0-x\r\n\r\nConnection: close")) {
            assertThat(check(backend.named("b")))
                    .isInstanceOfSatisfying(
                            Probe.Result.Failed.class,
                            failed -> assertThat(failed.why()).startsWith("broken answer: "));
        }
    }

    @Test
    void an_unknown_host_is_named() throws Exception {
        assertThat(check(new Backend("b", "no-such-host.invalid", 80)))
                .isEqualTo(new Probe.Result.Failed("the host no-such-host.invalid is not known", false));
    }

    private static Probe.Result check(Backend backend) throws Exception {
        return check(backend, PATIENT);
    }

    private static Probe.Result check(Backend backend, Duration timeout) throws Exception {
        HttpProbe probe = new HttpProbe(HttpProbe.newClient(), "/health", timeout);
        return probe.check(backend).toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    private static Backend gone() throws IOException {
        try (ScriptedBackend backend = new ScriptedBackend("")) {
            return backend.named("gone");
        }
    }
}
