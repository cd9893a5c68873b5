package dev.lbctl.balancer.retry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryRuleTest {

    @ParameterizedTest(name = "{0} reused={1} answered={2} idempotent={3} bodyKept={4} retried={5} replayed={6}: {7}")
    @CsvSource({
        // A refused connection is passed on to the next member, for every method and as often as it takes.
        "REFUSED,         false, false, false, true,  0, false, NEXT_MEMBER",
        "REFUSED,         false, false, true,  true,  9, true,  NEXT_MEMBER",
        // What never reached the backend may go to another for every method, within the number of retries.
        "CONNECT_TIMEOUT, false, false, false, true,  0, false, NEXT_MEMBER",
        "UNREACHABLE,     false, false, false, true,  0, false, NEXT_MEMBER",
        "CONNECT_TIMEOUT, false, false, true,  true,  1, false, GIVE_UP",
        // What may have been processed is repeated for idempotent methods only.
        "CLOSED,          false, false, true,  true,  0, false, NEXT_MEMBER",
        "CLOSED,          false, false, false, true,  0, false, GIVE_UP",
        "CLOSED,          false, false, true,  true,  1, false, GIVE_UP",
        "TIMEOUT,         false, false, true,  true,  0, false, NEXT_MEMBER",
        "BAD_RESPONSE,    false, false, true,  true,  0, false, NEXT_MEMBER",
        "TIMEOUT,         false, false, false, true,  0, false, GIVE_UP",
        // A kept connection that had died is replaced once, at no cost.
        "CLOSED,          true,  false, true,  true,  1, false, REPLAY",
        "CLOSED,          true,  false, true,  true,  0, true,  NEXT_MEMBER",
        "CLOSED,          true,  false, false, true,  0, false, GIVE_UP",
        // Nothing is repeated once the client saw part of an answer, or part of its body is gone.
        "CLOSED,          true,  true,  true,  true,  0, false, GIVE_UP",
        "CLOSED,          false, false, true,  false, 0, false, GIVE_UP",
        // Nor when it is not the backend's failure.
        "CLIENT_GONE,     false, false, true,  true,  0, false, GIVE_UP",
        "CLIENT_STALLED,  false, false, true,  true,  0, false, GIVE_UP",
    })
    void decides(
            Outcome.Kind kind,
            boolean reused,
            boolean answered,
            boolean idempotent,
            boolean bodyKept,
            int retried,
            boolean replayed,
            RetryRule.Decision decision) {
        RetryRule rule = new RetryRule(1);

        assertThat(rule.decide(
                        new Outcome(kind, reused, answered, ""),
                        new RetryRule.Progress(idempotent, bodyKept, retried, replayed)))
                .isEqualTo(decision);
    }
}
