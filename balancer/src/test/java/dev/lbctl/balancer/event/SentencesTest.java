package dev.lbctl.balancer.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.balancer.operator.OperatorEvent;
import dev.lbctl.balancer.pool.Backend;
import dev.lbctl.balancer.pool.Duty;
import dev.lbctl.balancer.pool.Health;
import dev.lbctl.balancer.pool.Pool;
import dev.lbctl.config.AlgorithmKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SentencesTest {
    private static final Backend ONE = new Backend("server-1", "127.0.0.1", 9001);
    private static final Backend TWO = new Backend("server-2", "127.0.0.1", 9002);

    private final List<String> told = new ArrayList<>();
    private final Pool pool = new Pool("default", List.of(ONE, TWO), event -> told.add(Sentences.of(event)));

    @Test
    void a_change_is_told_with_its_cause_its_figures_and_its_effect() {
        pool.report(ONE, Health.UP, "HTTP 200");
        pool.report(TWO, Health.UP, "HTTP 200");
        pool.snapshot().member("server-1").orElseThrow().load().begin();
        told.clear();

        pool.assign("server-1", Duty.DRAIN, "because");
        pool.assign("server-1", Duty.MAINT, "because");
        pool.assign("server-1", Duty.READY, "because");
        pool.weigh("server-1", 3, "because");

        assertThat(told)
                .containsExactly(
                        "server-1 gets nothing new and finishes the 1 it has: because; 1 of 2 left",
                        "server-1 is in maintenance, without traffic and probes: because; 1 of 2 left",
                        "server-1 may take traffic again: because; 2 of 2 in rotation",
                        "server-1 weighs 3 of 4 now: because");
    }

    @Test
    void one_that_is_down_may_take_traffic_only_later() {
        pool.assign("server-1", Duty.DRAIN, "because");
        pool.assign("server-1", Duty.READY, "because");

        assertThat(told.get(1)).isEqualTo("server-1 may take traffic again once it is up: because; 0 of 2 left");
    }

    @Test
    void who_joins_is_told_with_what_is_wanted_of_it_unless_it_is_the_usual() {
        pool.join(new Backend("server-3", "127.0.0.1", 9003));
        pool.join(new Backend("server-4", "127.0.0.1", 9004), Duty.DRAIN, 7);

        assertThat(told)
                .containsExactly(
                        "server-3 joined the pool default: announced at http://127.0.0.1:9003",
                        "server-4 joined the pool default: announced at http://127.0.0.1:9004; "
                                + "it is in drain, as the operator said; it weighs 7 of 10");
    }

    @Test
    void what_an_operator_said_is_told_to_the_end() {
        Instant end = Instant.parse("2026-01-01T12:10:00.123Z");
        List<OperatorEvent> events = List.of(
                new OperatorEvent.Balanced(
                        pool.snapshot(), AlgorithmKind.ROUND_ROBIN, AlgorithmKind.RANDOM, "set by the operator"),
                new OperatorEvent.Prolonged("server-1", Duty.DRAIN, end),
                new OperatorEvent.Prolonged("server-1", Duty.MAINT, null),
                new OperatorEvent.Dropped("server-1", "drain, weight 3", "its url is A now, and was B"),
                new OperatorEvent.Dropped(null, "all in FILE", "it cannot be read"),
                new OperatorEvent.NotKept("no space left"));

        assertThat(events.stream().map(Sentences::of))
                .containsExactly(
                        "the pool default balances by random instead of round_robin: set by the operator; 0 of 2 in rotation",
                        "server-1 stays in drain until 2026-01-01T12:10:00Z: set by the operator",
                        "server-1 stays in maint until it is told otherwise: set by the operator",
                        "what the operator set for server-1 (drain, weight 3) holds no more: its url is A now, and was B",
                        "what the operator set (all in FILE) holds no more: it cannot be read",
                        "what the operator set holds only until the balancer ends: no space left");
    }
}
