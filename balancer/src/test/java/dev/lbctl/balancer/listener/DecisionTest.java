package dev.lbctl.balancer.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lbctl.balancer.Nobody;
import dev.lbctl.balancer.decision.Attempted;
import dev.lbctl.balancer.decision.Decision;
import dev.lbctl.balancer.pool.Backend;
import dev.lbctl.balancer.pool.Member;
import dev.lbctl.balancer.retry.Outcome;
import dev.lbctl.config.AlgorithmKind;
import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What is kept of why a request went where it went. */
class DecisionTest {
    private static final String GET = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";

    private static Decision last(TestProxy proxy) {
        await().until(() -> !proxy.metrics.ring().latest(1).isEmpty());
        return Objects.requireNonNull(proxy.lastRecord().served().decision());
    }

    @Test
    void a_request_keeps_its_route_its_algorithm_the_pool_as_it_was_and_every_attempt() throws IOException {
        Backend nobody = Nobody.called("nobody");
        try (PlayedBackend one = PlayedBackend.greeting("one");
                TestProxy proxy = new TestProxy(nobody, one.backend());
                Wire client = proxy.connect()) {
            client.send(GET).readHead();
            Decision decision = last(proxy);
            proxy.takeOut(nobody);

            assertThat(decision.host()).isNull();
            assertThat(decision.path()).isEqualTo("/");
            assertThat(decision.algorithm()).isEqualTo(AlgorithmKind.ROUND_ROBIN);
            assertThat(decision.pool().members()).extracting(Member::name).containsExactly("nobody", "one");
            assertThat(decision.attempts()).extracting(Attempted::backend).containsExactly(nobody, one.backend());
            assertThat(decision.attempts())
                    .extracting(attempt -> attempt.outcome().kind())
                    .containsExactly(Outcome.Kind.REFUSED, Outcome.Kind.COMPLETED);
            Attempted refused = decision.attempts().get(0);
            assertThat(decision.attempts().get(1).beganNanos())
                    .isGreaterThanOrEqualTo(refused.beganNanos() + refused.tookNanos());
        }
    }

    @Test
    void a_request_that_nobody_could_take_keeps_who_was_there() throws IOException {
        try (TestProxy proxy = new TestProxy();
                Wire client = proxy.connect()) {
            client.send(GET).readHead();

            assertThat(last(proxy).pool().members()).isEmpty();
            assertThat(last(proxy).attempts()).isEmpty();
        }
    }
}
