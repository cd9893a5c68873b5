package dev.lbctl.balancer.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.balancer.evidence.Conduct;
import dev.lbctl.balancer.evidence.Verdict;
import dev.lbctl.balancer.pool.Backend;
import dev.lbctl.balancer.pool.Member;
import dev.lbctl.balancer.pool.Pool;
import dev.lbctl.balancer.retry.Outcome;
import dev.lbctl.balancer.retry.Outcome.Kind;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgeTest {

    @ParameterizedTest(name = "{0} with status {1}, reused {2}: {3}")
    @CsvSource({
        "COMPLETED,        200, false, GOOD,    ''",
        "COMPLETED,        101, false, GOOD,    ''",
        "COMPLETED,        404, true,  GOOD,    ''",
        "COMPLETED,        499, true,  GOOD,    ''",
        "COMPLETED,        500, true,  FAILED,  HTTP 500",
        "COMPLETED,        503, false, FAILED,  HTTP 503",
        "COMPLETED,        599, false, FAILED,  HTTP 599",
        "REFUSED,            0, false, REFUSED, connection refused on 127.0.0.1:9001",
        "CONNECT_TIMEOUT,    0, false, BROKEN,  no connection in time",
        "UNREACHABLE,        0, false, BROKEN,  cannot connect: why",
        "NO_SOCKET,          0, false, NONE,    ''",
        "BAD_RESPONSE,       0, true,  BROKEN,  broken answer: why",
        "BAD_RESPONSE,     200, true,  BROKEN,  broken answer: why",
        "CLOSED,             0, false, BROKEN,  connection lost before an answer: why",
        "CLOSED,             0, true,  NONE,    ''",
        "CLOSED,           200, true,  FAILED,  connection lost within the answer: why",
        "TIMEOUT,            0, false, FAILED,  no answer in time",
        "TIMEOUT,          200, false, FAILED,  the answer stalled",
        "CLIENT_GONE,        0, false, NONE,    ''",
        "CLIENT_GONE,      500, false, NONE,    ''",
        "CLIENT_STALLED,     0, false, NONE,    ''",
        "CLIENT_MALFORMED,   0, false, NONE,    ''",
        "CLIENT_OVERSIZED,   0, false, NONE,    ''"
    })
    void an_attempt_says_of_its_backend(Kind kind, int status, boolean reused, Verdict verdict, String words) {
        Outcome outcome = new Outcome(kind, reused, status > 0, "why");
        Pool pool = new Pool("default", List.of(new Backend("one", "127.0.0.1", 9001)), event -> {});
        Member member = pool.snapshot().members().get(0);

        Judge.attempted(member, outcome, status);

        Conduct conduct = member.evidence().conduct();
        assertThat(Judge.verdict(outcome, status)).isEqualTo(verdict);
        assertThat(conduct.tally().requests()).isEqualTo(verdict == Verdict.NONE ? 0 : 1);
        assertThat(conduct.lastFailure()).isEqualTo(words);
    }
}
