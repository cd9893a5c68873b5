package dev.lbctl.balancer.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.balancer.decision.Decision;
import dev.lbctl.balancer.metrics.Served;
import dev.lbctl.balancer.pool.Pool;
import dev.lbctl.config.AlgorithmKind;
import dev.lbctl.config.HostPattern;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecisionLineTest {

    @Test
    void nothing_in_a_name_can_be_mistaken_for_a_part_of_the_line() {
        Pool pool = new Pool("a;b=c\r\n", List.of(), event -> {});
        HostPattern host = HostPattern.parse("*.example.org").orElseThrow();
        Decision decision = new Decision(host, "/ä", AlgorithmKind.WEIGHTED, pool.snapshot(), null, 1, List.of());

        assertThat(DecisionLine.of(new Served("a;b=c\r\n", null, 0, decision), "no_member"))
                .isEqualTo(
                        "route=*.example.org/%C3%A4;pool=a%3Bb%3Dc%0D%0A;attempts=0;algorithm=weighted;cause=no_member");
    }

    @Test
    void without_a_route_the_cause_is_left() {
        assertThat(DecisionLine.of(Served.NOBODY, "no_route")).isEqualTo("attempts=0;cause=no_route");
    }
}
