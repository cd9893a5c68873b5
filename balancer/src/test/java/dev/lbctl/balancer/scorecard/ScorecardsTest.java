package dev.lbctl.balancer.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.balancer.api.Scorecard;
import dev.lbctl.balancer.decision.Attempted;
import dev.lbctl.balancer.decision.Decision;
import dev.lbctl.balancer.metrics.Answered;
import dev.lbctl.balancer.metrics.Asked;
import dev.lbctl.balancer.metrics.Phases;
import dev.lbctl.balancer.metrics.RequestRecord;
import dev.lbctl.balancer.metrics.Served;
import dev.lbctl.balancer.pool.Backend;
import dev.lbctl.balancer.pool.Duty;
import dev.lbctl.balancer.pool.Health;
import dev.lbctl.balancer.pool.Pool;
import dev.lbctl.balancer.retry.Outcome;
import dev.lbctl.config.AlgorithmKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScorecardsTest {
    private static final Backend ONE = new Backend("one", "127.0.0.1", 9001);
    private static final Backend TWO = new Backend("two", "127.0.0.1", 9002);

    private final List<String> told = new ArrayList<>();
    private final List<Scorecard> cards = new ArrayList<>();
    private Instant now = Instant.EPOCH;
    private final Scorecards scorecards = new Scorecards(
            (backend, card, sentence) -> {
                told.add(sentence);
                cards.add(card);
            },
            () -> now);
    private final Pool pool = new Pool("web", List.of(ONE, TWO), scorecards::changed);

    /** What happens to one, numbers are milliseconds that pass; and what is told of it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "killed 12 saved saved down 999                | -",
                "killed 12 saved saved down 1000               | one was killed: noticed after 12 ms, 2 requests retried, 0 failed",
                "saved down 5 killed 1000                      | one was killed: noticed after 0 ms, 1 request retried, 0 failed",
                "killed down 1000 39000 up | one was killed: noticed after 0 ms, 0 requests retried, 0 failed"
                        + " & one was killed: noticed after 0 ms, 0 requests retried, 0 failed, back after 40.0 s",
                "saved crashed 3 down 97 join up   | one crashed: noticed after 3 ms, 1 request retried, 0 failed, back after 100 ms",
                "lost crashed down 2100 up         | one crashed: noticed after 0 ms, 0 requests retried, 1 failed, back after 2.1 s",
                "crashed down 10000                | one crashed: noticed after 0 ms, 0 requests retried, 0 failed, not back yet",
                "crashed 20000                     | -",
                "restarted drain leave 2000 join up | one was restarted: 0 requests retried, 0 failed, back after 2.0 s",
                "stopped drain 30 leave 1000       | one was stopped: 0 requests retried, 0 failed",
                "drain 3000 ready                  | one was drained: 0 requests retried, 0 failed, back after 3.0 s",
                "saved saved down 5 lost 70000 up | one was lost: 2 requests retried, 1 failed, not back yet"
                        + " & one was lost: 2 requests retried, 1 failed, back after 1 min 10 s",
                "saved 20000                       | -",
                "saved 20000 down 500 up           | one was lost: 0 requests retried, 0 failed, back after 500 ms",
                "leave 20000                       | -",
                "drain down killed 20000 nobody 5 up ready | one was killed: noticed after 0 ms, 0 requests retried, 0 failed"
                        + " & one was killed: noticed after 0 ms, 0 requests retried, 1 failed, back after 20.0 s",
            })
    void each_absence_ends_in_a_card(String happens, @Nullable String sentences) {
        pool.report(ONE, Health.UP, "probe passed");
        for (String word : happens.split(" ", -1)) {
            happen(word);
            scorecards.tick();
        }

        assertThat(String.join(" & ", told)).isEqualTo(sentences == null ? "" : sentences);
    }

    private void happen(String word) {
        switch (word) {
            case "killed", "crashed" -> scorecards.ended("web", "one", cause(word), now);
            case "restarted", "stopped" -> scorecards.ended("web", "one", cause(word), null);
            case "saved" -> scorecards.ended(request(200, null, Outcome.Kind.REFUSED));
            case "lost" -> scorecards.ended(request(502, "closed", Outcome.Kind.CLOSED));
            case "nobody" -> scorecards.ended(request(503, "no_member"));
            case "down" -> pool.report(ONE, Health.DOWN, "connection refused");
            case "up" -> pool.report(ONE, Health.UP, "probe passed");
            case "drain" -> pool.assign("one", Duty.DRAIN, "because");
            case "ready" -> pool.assign("one", Duty.READY, "because");
            case "leave" -> pool.leave("one");
            case "join" -> pool.join(ONE);
            default -> now = now.plusMillis(Long.parseLong(word));
        }
    }

    private static Cause cause(String word) {
        return Cause.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private RequestRecord request(int status, @Nullable String cause, Outcome.Kind... failures) {
        List<Attempted> attempts = new ArrayList<>();
        for (Outcome.Kind kind : failures) {
            attempts.add(new Attempted(ONE, new Outcome(kind, false, false, "so it was"), 0, 1));
        }
        if (cause == null) {
            attempts.add(new Attempted(TWO, new Outcome(Outcome.Kind.COMPLETED, false, true, ""), 1, 1));
        }
        Decision decision = new Decision(null, "/", AlgorithmKind.ROUND_ROBIN, pool.snapshot(), null, 7, attempts);
        return new RequestRecord(
                1,
                "id-1",
                now,
                new Asked("127.0.0.1", "GET", "/", "HTTP/1.1", "a", null, null),
                new Answered(status, 0, 0, cause),
                new Served("web", "two", attempts.size(), decision),
                new Phases(Phases.NONE, Phases.NONE, Phases.NONE, 1));
    }

    @Test
    void a_card_has_the_figures() {
        pool.report(ONE, Health.UP, "probe passed");
        for (String word : "killed 12 saved lost down 1000 1000 up".split(" ", -1)) {
            happen(word);
            scorecards.tick();
        }

        assertThat(cards)
                .containsExactly(new Scorecard("killed", 12L, 1, 1, null), new Scorecard("killed", 12L, 1, 1, 2_012L));
    }

    @Test
    void a_member_that_was_never_in_rotation_has_no_card() {
        pool.report(ONE, Health.DOWN, "connection refused");
        now = now.plusSeconds(60);
        scorecards.tick();

        assertThat(told).isEmpty();
    }
}
