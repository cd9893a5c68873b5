package dev.lbctl.balancer.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PoolTest {
    private static final Backend ONE = new Backend("server-1", "127.0.0.1", 9001);
    private static final Backend TWO = new Backend("server-2", "127.0.0.1", 9002);
    private static final Backend TEN = new Backend("server-10", "127.0.0.1", 9010);

    private final List<PoolEvent> events = new ArrayList<>();
    private final Pool pool = new Pool("default", List.of(TEN, ONE), events::add);

    @Test
    void members_stand_in_the_natural_order_of_their_names_whatever_the_order_they_joined() {
        pool.join(TWO);

        assertThat(pool.snapshot().members())
                .extracting(Member::name)
                .containsExactly("server-1", "server-2", "server-10");
    }

    @Test
    void only_an_up_and_ready_member_is_eligible() {
        pool.report(ONE, Health.UP, "probe passed");
        pool.report(TEN, Health.UP, "probe passed");
        pool.assign("server-10", Duty.DRAIN, "because");

        assertThat(pool.snapshot().eligible()).extracting(Member::name).containsExactly("server-1");
    }

    @Test
    void when_nobody_is_fit_those_that_may_be_are_tried() {
        pool.report(ONE, Health.DOWN, "connection refused");

        assertThat(pool.snapshot().eligible()).extracting(Member::name).containsExactly("server-10");
    }

    @Test
    void a_change_is_told_once_and_repeating_it_is_no_change() {
        pool.report(ONE, Health.UP, "probe passed");
        pool.report(ONE, Health.UP, "probe passed");

        assertThat(events).extracting(PoolEvent::kind).containsExactly(PoolEvent.Kind.UP);
    }

    @Test
    void a_down_member_that_is_announced_again_waits_for_its_next_probe_and_keeps_its_counters() {
        pool.report(ONE, Health.DOWN, "connection refused");
        Load load = pool.snapshot().member("server-1").orElseThrow().load();
        load.begin();

        pool.join(ONE);

        Member again = pool.snapshot().member("server-1").orElseThrow();
        assertThat(again.health()).isEqualTo(Health.UNKNOWN);
        assertThat(again.load()).isSameAs(load);
    }

    @Test
    void a_member_that_moved_to_another_address_starts_anew() {
        pool.report(ONE, Health.UP, "probe passed");

        pool.join(new Backend("server-1", "127.0.0.1", 9101));

        assertThat(pool.snapshot().member("server-1").orElseThrow().health()).isEqualTo(Health.UNKNOWN);
    }

    @Test
    void a_late_result_for_the_old_address_of_a_member_is_not_believed() {
        pool.join(new Backend("server-1", "127.0.0.1", 9101));

        pool.report(ONE, Health.UP, "probe passed");

        assertThat(pool.snapshot().fit()).isZero();
    }

    @Test
    void a_late_result_does_not_bring_back_a_member_that_left() {
        pool.leave("server-1");

        pool.report(ONE, Health.UP, "probe passed");

        assertThat(pool.snapshot().member("server-1")).isEmpty();
    }

    @Test
    void leaving_and_duties_tell_whether_the_member_is_known() {
        assertThat(pool.leave("server-7")).isFalse();
        assertThat(pool.assign("server-7", Duty.DRAIN, "because")).isFalse();
        assertThat(pool.assign("server-1", Duty.READY, "because")).isTrue();
        assertThat(pool.leave("server-1")).isTrue();
    }

    @Test
    void a_weight_is_set_while_the_pool_runs() {
        assertThat(pool.weigh("server-7", 3, "because")).isFalse();
        assertThat(pool.weigh("server-1", 3, "because")).isTrue();

        assertThat(weight("server-1")).isEqualTo(Weight.of(3));
        assertThat(weight("server-10")).isEqualTo(Weight.of(1));
        assertThat(events).extracting(PoolEvent::kind).containsExactly(PoolEvent.Kind.WEIGHT);
    }

    @Test
    void a_member_joins_with_what_is_wanted_of_it_and_is_never_seen_otherwise() {
        List<Member> seen = new ArrayList<>();
        pool.watch(snapshot -> snapshot.member("server-2").ifPresent(seen::add));

        pool.join(TWO, Duty.DRAIN, 3);

        assertThat(seen).extracting(Member::duty, Member::weight).containsExactly(tuple(Duty.DRAIN, Weight.of(3)));
    }

    @Test
    void a_member_that_is_announced_again_has_what_is_wanted_of_it_then() {
        pool.assign("server-1", Duty.DRAIN, "because");
        pool.startSlowly(true);
        pool.report(ONE, Health.UP, "probe passed");

        pool.join(ONE, Duty.READY, 5);

        Member again = pool.snapshot().member("server-1").orElseThrow();
        assertThat(again.duty()).isEqualTo(Duty.READY);
        assertThat(again.health()).isEqualTo(Health.UP);
        assertThat(again.weight().share()).isEqualTo(50);
    }

    @Test
    void a_cold_member_gets_its_weight_in_ten_steps_without_further_events() {
        pool.weigh("server-1", 3, "because");
        pool.startSlowly(true);
        pool.report(ONE, Health.UP, "probe passed");
        List<Integer> shares = new ArrayList<>();
        while (pool.snapshot().isWarming()) {
            shares.add(weight("server-1").share());
            pool.warm();
        }

        assertThat(shares).containsExactly(30, 60, 90, 120, 150, 180, 210, 240, 270);
        assertThat(weight("server-1")).isEqualTo(Weight.of(3));
        assertThat(weight("server-10")).isEqualTo(Weight.of(1));
        assertThat(events).hasSize(2);
    }

    @Test
    void warming_up_ends_when_the_member_goes_down_and_not_when_its_weight_is_changed() {
        pool.startSlowly(true);
        pool.report(ONE, Health.UP, "probe passed");
        pool.weigh("server-1", 5, "because");

        assertThat(weight("server-1").share()).isEqualTo(50);

        pool.report(ONE, Health.DOWN, "connection refused");

        assertThat(pool.snapshot().isWarming()).isFalse();
    }

    @Test
    void no_weight_is_zero_or_above_a_thousand() {
        assertThatThrownBy(() -> pool.weigh("server-1", 0, "because")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> pool.weigh("server-1", 1_001, "because")).isInstanceOf(IllegalArgumentException.class);
        assertThat(events).isEmpty();
    }

    private Weight weight(String name) {
        return pool.snapshot().member(name).orElseThrow().weight();
    }

    @Test
    void a_watcher_gets_the_present_snapshot_and_every_later_one() {
        List<Integer> sizes = new ArrayList<>();
        pool.watch(snapshot -> sizes.add(snapshot.members().size()));

        pool.join(TWO);
        pool.leave("server-1");

        assertThat(sizes).containsExactly(2, 3, 2);
    }
}
