package dev.lbctl.balancer.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.balancer.api.Explanation;
import dev.lbctl.balancer.decision.Attempted;
import dev.lbctl.balancer.decision.Decision;
import dev.lbctl.balancer.metrics.Answered;
import dev.lbctl.balancer.metrics.Asked;
import dev.lbctl.balancer.metrics.Phases;
import dev.lbctl.balancer.metrics.RequestRecord;
import dev.lbctl.balancer.metrics.Served;
import dev.lbctl.balancer.pool.Backend;
import dev.lbctl.balancer.pool.Health;
import dev.lbctl.balancer.pool.Pool;
import dev.lbctl.balancer.retry.Outcome;
import dev.lbctl.balancer.route.Router;
import dev.lbctl.config.AlgorithmKind;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests that are over, in a pool of A and B, which are up, and C, which is down. */
class PastTest {
    private static final Backend A = new Backend("A", "127.0.0.1", 9001);
    private static final Backend B = new Backend("B", "127.0.0.1", 9002);
    private static final Backend C = new Backend("C", "127.0.0.1", 9003);

    private final Pool pool = new Pool("web", List.of(A, B, C), event -> {});

    PastTest() {
        pool.report(A, Health.UP, "HTTP 200");
        pool.report(B, Health.UP, "HTTP 200");
        pool.report(C, Health.DOWN, "HTTP 500");
    }

    private Explanation explain(int status, @Nullable String cause, Attempted... attempts) {
        Decision decision =
                new Decision(null, "/", AlgorithmKind.ROUND_ROBIN, pool.snapshot(), null, 7, Arrays.asList(attempts));
        String last = attempts.length == 0
                ? null
                : attempts[attempts.length - 1].backend().name();
        RequestRecord request = new RequestRecord(
                1,
                "id-1",
                Instant.EPOCH,
                new Asked("127.0.0.1", "GET", "/", "HTTP/1.1", "a", null, null),
                new Answered(status, 0, 0, cause),
                new Served("web", last, attempts.length, decision),
                new Phases(Phases.NONE, 250_000, 1_234_567, 2_000_000));
        return new Explainer(() -> new Router(List.of())).past(request);
    }

    private static Attempted tried(Backend backend, Outcome.Kind kind) {
        return new Attempted(backend, new Outcome(kind, false, false, "so it was"), 1_000, 500_000);
    }

    @Test
    void a_retry_is_told_with_what_came_before_it() {
        Explanation explanation = explain(200, null, tried(A, Outcome.Kind.TIMEOUT), tried(B, Outcome.Kind.COMPLETED));

        assertThat(explanation.candidates())
                .extracting(candidate -> candidate.verdict() + ", " + candidate.why())
                .containsExactly(
                        "picked, the first choice", "picked, after A ended timeout", "skipped, down: HTTP 500");
        assertThat(explanation.attempts())
                .extracting(attempt -> attempt.backend() + " " + attempt.outcome() + " " + attempt.tookMs())
                .containsExactly("A timeout 0.5", "B completed 0.5");
        assertThat(Objects.requireNonNull(explanation.choice()).backend()).isEqualTo("A");
        assertThat(explanation.answer())
                .isEqualTo(new Explanation.Ending(200, null, "200, relayed whole from B", null, 0.25, 1.235, 2.0));
    }

    @Test
    void who_was_there_and_not_chosen_was_passed_over_and_how_busy_they_were_is_not_known() {
        Explanation before = explain(200, null, tried(A, Outcome.Kind.COMPLETED));

        assertThat(before.candidates())
                .extracting(Explanation.Candidate::verdict)
                .containsExactly("picked", "passed_over", "skipped");
        assertThat(before.candidates())
                .extracting(Explanation.Candidate::inFlight)
                .containsOnlyNulls();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "502 | closed      | CLOSED      | 502 in the balancer's own name: The backend closed",
                "503 | no_member   | REFUSED     | Every member that takes traffic was tried.",
                "504 | timeout     | TIMEOUT     | The last attempt ended timeout; retry.attempts,",
                "200 | closed      | CLOSED      | 200 from A, broken off: closed",
                "0   | client_gone | CLIENT_GONE | nothing could be sent: client_gone",
                "500 | -           | COMPLETED   | 500, relayed whole from A"
            })
    void the_answer_says_whose_it_is(int status, @Nullable String cause, Outcome.Kind kind, String sentence) {
        assertThat(explain(status, cause, tried(A, kind)).answer().sentence()).contains(sentence);
    }

    @Test
    void who_had_no_room_is_told_so() {
        assertThat(explain(503, "queue_timeout").candidates())
                .extracting(Explanation.Candidate::why)
                .containsExactly(
                        "at its cap: no room beside 7 under way",
                        "at its cap: no room beside 7 under way",
                        "down: HTTP 500");
    }
}
