package dev.lbctl.balancer.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.balancer.operator.OperatorEvent.Balanced;
import dev.lbctl.balancer.operator.OperatorEvent.Prolonged;
import dev.lbctl.balancer.pool.Duty;
import dev.lbctl.balancer.pool.PoolEvent;
import dev.lbctl.config.Address;
import dev.lbctl.config.AlgorithmKind;
import dev.lbctl.config.BackendConfig;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperatorTest {
    private static final BackendConfig ONE = new BackendConfig("server-1", new Address("127.0.0.1", 9001));
    private static final BackendConfig TWO = new BackendConfig("server-2", new Address("127.0.0.1", 9002));
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    private final TestClock clock = new TestClock();
    private final TestPool life = new TestPool(TestPool.config(AlgorithmKind.ROUND_ROBIN, ONE, TWO), null, clock);

    @Test
    void a_change_is_done_at_once_and_told_with_its_cause() {
        life.change("server-1", new Change(Duty.MAINT, 3, null));

        assertThat(life.member("server-1").duty()).isEqualTo(Duty.MAINT);
        assertThat(life.member("server-1").weight().wanted()).isEqualTo(3);
        assertThat(life.poolEvents)
                .extracting(PoolEvent::kind)
                .containsExactly(PoolEvent.Kind.WEIGHT, PoolEvent.Kind.DUTY);
        assertThat(life.poolEvents).extracting(PoolEvent::cause).containsOnly("set by the operator");
    }

    @Test
    void a_change_of_nobody_changes_nothing() {
        assertThat(life.operator.change("default", "server-9", new Change(Duty.DRAIN, null, null)))
                .isFalse();
        assertThat(life.operator.change("default", "server-1", new Change(Duty.DRAIN, null, null)))
                .isTrue();
        assertThat(life.poolEvents).hasSize(1);
    }

    @ParameterizedTest(name = "{0}, then {1} for ten minutes: {2}, then {3}")
    @CsvSource({
        "READY, DRAIN, DRAIN, READY",
        "READY, MAINT, MAINT, READY",
        "MAINT, READY, READY, MAINT",
        "DRAIN, DRAIN, DRAIN, DRAIN"
    })
    void a_duty_for_a_while_gives_way_to_the_one_before(Duty before, Duty spell, Duty meanwhile, Duty after) {
        life.change("server-1", new Change(before, null, null));
        life.change("server-1", new Change(spell, null, TEN_MINUTES));

        clock.pass(TEN_MINUTES.minusMillis(1));
        life.operator.expire();
        assertThat(life.member("server-1").duty()).isEqualTo(meanwhile);

        clock.pass(Duration.ofMillis(1));
        life.operator.expire();
        assertThat(life.member("server-1").duty()).isEqualTo(after);
        assertThat(life.operator.until("default", life.member("server-1"))).isNull();
    }

    @Test
    void a_second_while_takes_the_place_of_the_first() {
        life.change("server-1", new Change(Duty.MAINT, null, Duration.ofHours(1)));
        life.change("server-1", new Change(Duty.DRAIN, null, TEN_MINUTES));

        clock.pass(TEN_MINUTES);
        life.operator.expire();

        assertThat(life.member("server-1").duty()).isEqualTo(Duty.READY);
    }

    @Test
    void a_longer_while_is_told_although_the_duty_stays() {
        life.change("server-1", new Change(Duty.DRAIN, null, TEN_MINUTES));
        clock.pass(TEN_MINUTES.dividedBy(2));
        life.change("server-1", new Change(Duty.DRAIN, null, TEN_MINUTES));
        life.change("server-1", new Change(Duty.DRAIN, null, null));
        life.change("server-1", new Change(Duty.DRAIN, null, null));

        assertThat(life.events)
                .containsExactly(
                        new Prolonged("server-1", Duty.DRAIN, clock.instant().plus(TEN_MINUTES)),
                        new Prolonged("server-1", Duty.DRAIN, null));
    }

    @Test
    void the_end_of_a_while_is_told_with_its_cause() {
        life.change("server-1", new Change(Duty.DRAIN, null, TEN_MINUTES));
        clock.pass(TEN_MINUTES);
        life.operator.expire();
        life.operator.expire();

        assertThat(life.poolEvents)
                .extracting(PoolEvent::cause)
                .containsExactly(
                        "set by the operator for 10m, until 2026-01-01T12:10:00Z",
                        "the time that the operator set is over");
    }

    @Test
    void a_weight_leaves_the_duty_and_its_end_as_they_are() {
        life.change("server-1", new Change(Duty.DRAIN, null, TEN_MINUTES));
        life.change("server-1", new Change(null, 7, null));

        assertThat(life.member("server-1").duty()).isEqualTo(Duty.DRAIN);
        assertThat(life.operator.until("default", life.member("server-1")))
                .isEqualTo(clock.instant().plus(TEN_MINUTES));
    }

    @Test
    void who_is_set_aside_before_its_end_has_the_operators_duty_when_it_joins_again() {
        life.change("server-2", new Change(Duty.MAINT, 4, null));
        life.operator.setAside("default", "server-1");
        life.operator.setAside("default", "server-2");
        assertThat(life.member("server-2").duty()).isEqualTo(Duty.DRAIN);
        life.pool.leave("server-1");

        life.operator.join("default", TestPool.backend(ONE));
        life.operator.join("default", TestPool.backend(TWO));

        assertThat(life.member("server-1").duty()).isEqualTo(Duty.READY);
        assertThat(life.member("server-2").duty()).isEqualTo(Duty.MAINT);
        assertThat(life.member("server-2").weight().wanted()).isEqualTo(4);
    }

    @Test
    void an_algorithm_is_used_at_once_and_told_once() {
        life.operator.use("default", AlgorithmKind.LEAST_CONNECTIONS);
        life.operator.use("default", AlgorithmKind.LEAST_CONNECTIONS);

        assertThat(life.algorithm()).isEqualTo(AlgorithmKind.LEAST_CONNECTIONS);
        assertThat(life.events)
                .containsExactly(new Balanced(
                        life.pool.snapshot(),
                        AlgorithmKind.ROUND_ROBIN,
                        AlgorithmKind.LEAST_CONNECTIONS,
                        "set by the operator"));
    }
}
