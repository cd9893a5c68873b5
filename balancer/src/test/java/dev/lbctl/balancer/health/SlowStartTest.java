package dev.lbctl.balancer.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lbctl.balancer.pool.Backend;
import dev.lbctl.balancer.pool.Health;
import dev.lbctl.balancer.pool.Member;
import dev.lbctl.balancer.pool.Pool;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SlowStartTest {
    private static final Backend ONE = new Backend("one", "127.0.0.1", 9001);
    private static final Backend TWO = new Backend("two", "127.0.0.1", 9002);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final Pool pool = new Pool("web", List.of(ONE, TWO), event -> {});
    private final List<Integer> percents = new CopyOnWriteArrayList<>();

    SlowStartTest() {
        pool.report(TWO, Health.UP, "probe passed");
        new SlowStart(pool, timer).take(Duration.ofMillis(90));
        pool.watch(snapshot -> percents.add(member("one").weight().percent()));
    }

    private Member member(String name) {
        return pool.snapshot().member(name).orElseThrow();
    }

    @AfterEach
    void stop() {
        timer.shutdownNow();
    }

    @Test
    void a_member_that_comes_up_gets_its_weight_in_ten_steps_and_the_others_keep_theirs() {
        pool.report(ONE, Health.UP, "probe passed");

        await().until(() -> percents.size() == 11);
        assertThat(percents).containsExactly(100, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100);
        assertThat(member("two").weight().percent()).isEqualTo(100);
        assertThat(pool.snapshot().isWarming()).isFalse();
    }

    @Test
    void members_that_come_up_one_after_the_other_warm_up_by_the_same_steps() {
        pool.report(ONE, Health.UP, "probe passed");
        pool.report(TWO, Health.DOWN, "connection refused");
        pool.report(TWO, Health.UP, "probe passed");

        await().until(() -> !pool.snapshot().isWarming());
        assertThat(percents.size()).as("snapshots").isLessThanOrEqualTo(1 + 3 + 18);
    }

    @Test
    void a_member_that_went_down_again_begins_anew() {
        pool.report(ONE, Health.UP, "probe passed");
        await().until(() -> member("one").weight().percent() > 20);
        pool.report(ONE, Health.DOWN, "connection refused");
        pool.report(ONE, Health.UP, "probe passed");

        await().until(() -> !pool.snapshot().isWarming());
        assertThat(percents).containsSubsequence(10, 20, 100, 10, 20, 100);
    }
}
