package dev.lbctl.balancer.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.balancer.operator.OperatorEvent;
import dev.lbctl.balancer.pool.Backend;
import dev.lbctl.balancer.pool.Duty;
import dev.lbctl.balancer.pool.Health;
import dev.lbctl.balancer.pool.PanicRule;
import dev.lbctl.balancer.pool.Pool;
import dev.lbctl.balancer.pool.Weight;
import dev.lbctl.config.AlgorithmKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
    void health_is_told_with_its_cause_and_who_is_left() {
        pool.report(ONE, Health.UP, "HTTP 200");
        pool.report(TWO, Health.UP, "HTTP 200");
        pool.eject(ONE, "5 requests in a row failed, last: HTTP 500; out for 10 s");
        pool.report(ONE, Health.UP, "its time is over");
        pool.report(ONE, Health.DOWN, "3 of 3 probes failed, last: HTTP 500");

        assertThat(told)
                .containsExactly(
                        "server-1 is up: HTTP 200; 1 of 2 in rotation",
                        "server-2 is up: HTTP 200; 2 of 2 in rotation",
                        "server-1 is ejected: 5 requests in a row failed, last: HTTP 500; out for 10 s; 1 of 2 left",
                        "server-1 is back from ejection: its time is over; 2 of 2 in rotation",
                        "server-1 is down: 3 of 3 probes failed, last: HTTP 500; 1 of 2 left");
    }

    @Test
    void a_panic_is_told_with_its_figures() {
        Map<Backend, Weight> four = IntStream.rangeClosed(1, 4)
                .mapToObj(i -> new Backend("server-" + i, "127.0.0.1", 9000 + i))
                .collect(Collectors.toMap(backend -> backend, backend -> Weight.of(1)));
        Pool panicking = new Pool("web", four, new PanicRule(50), event -> told.add(Sentences.of(event)));
        four.keySet().forEach(backend -> panicking.report(backend, Health.UP, "HTTP 200"));
        four.keySet().stream().limit(3).forEach(backend -> panicking.report(backend, Health.DOWN, "HTTP 500"));
        four.keySet().forEach(backend -> panicking.report(backend, Health.UP, "HTTP 200"));

        assertThat(told)
                .contains(
                        "the pool web panics: 1 of 4 members are fit, which is below 50 %; "
                                + "all 4 that are meant to serve get traffic",
                        "the pool web is calm again: 2 of 4 members are fit; only they get traffic");
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
