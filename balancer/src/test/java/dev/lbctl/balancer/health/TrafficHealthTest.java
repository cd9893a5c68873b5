package dev.lbctl.balancer.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lbctl.balancer.Nobody;
import dev.lbctl.balancer.ScriptedBackend;
import dev.lbctl.balancer.TestConfig;
import dev.lbctl.balancer.check.ProbeLoop;
import dev.lbctl.balancer.evidence.EjectionCause;
import dev.lbctl.balancer.evidence.Verdict;
import dev.lbctl.balancer.pool.Backend;
import dev.lbctl.balancer.pool.Duty;
import dev.lbctl.balancer.pool.Health;
import dev.lbctl.balancer.pool.Member;
import dev.lbctl.balancer.pool.Pool;
import dev.lbctl.balancer.pool.PoolEvent;
import dev.lbctl.balancer.probe.Pace;
import dev.lbctl.balancer.upstream.Network;
import dev.lbctl.config.EjectionConfig;
import dev.lbctl.config.FitnessConfig;
import dev.lbctl.config.HealthConfig;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What requests make of two members whose probes pass, and come once an hour while they are up. */
class TrafficHealthTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final HealthConfig HEALTH = new HealthConfig(
            TestConfig.POOL.health().probe(), HOUR, Duration.ofMillis(20), Duration.ofSeconds(5), 2, 3);

    private final ScriptedBackend first = new ScriptedBackend(ScriptedBackend.body("ok"));
    private final ScriptedBackend second = new ScriptedBackend(ScriptedBackend.body("ok"));
    private final Backend one = first.named("one");
    private final Backend two = second.named("two");
    private final Queue<PoolEvent> events = new ConcurrentLinkedQueue<>();
    private final Pool pool = new Pool("web", List.of(one, two), events::add);
    private final ProbeLoop loop = new ProbeLoop(Network.ofSystem(TestConfig.TRANSPORT));

    TrafficHealthTest() throws IOException {}

    @AfterEach
    void stop() throws IOException {
        loop.stop();
        first.close();
        second.close();
    }

    /** Returns when both are up. */
    private void watch(Duration time) throws Exception {
        EjectionConfig ejection =
                new EjectionConfig(true, 5, 50, 20, Duration.ofSeconds(1), time, Duration.ofHours(24));
        HealthChecker checker = new HealthChecker(loop, new Pace(loop.thread(), new Random(1), Clock.systemUTC()));
        checker.watch(pool, new FitnessConfig(HEALTH, ejection, 0));
        checker.start().get(5, TimeUnit.SECONDS);
        assertThat(pool.snapshot().fit()).isEqualTo(2);
    }

    private Member member(Backend backend) {
        return pool.snapshot().member(backend.name()).orElseThrow();
    }

    private void requests(Backend backend, int times, Verdict verdict) {
        for (int i = 0; i < times; i++) {
            member(backend).evidence().conduct().judge(verdict, "as scripted");
        }
    }

    private void awaitHealth(Backend backend, Health health) {
        await().pollInterval(Duration.ofMillis(2))
                .untilAsserted(() -> assertThat(member(backend).health()).isEqualTo(health));
    }

    /** Returns when all that was told so far was heard. */
    private void awaitJudgement() throws IOException {
        Backend gone = Nobody.called("gone");
        pool.join(gone);
        awaitHealth(gone, Health.DOWN);
        pool.leave("gone");
    }

    @Test
    void a_refused_connection_takes_a_member_down_until_its_probes_pass() throws Exception {
        watch(HOUR);
        first.answer(ScriptedBackend.status(500));
        requests(one, 1, Verdict.REFUSED);
        awaitHealth(one, Health.DOWN);
        assertThat(member(one).reason()).isEqualTo("as scripted");
        first.answer(ScriptedBackend.body("ok"));
        awaitHealth(one, Health.UP);
        assertThat(member(one).reason()).isEqualTo("2 of 2 probes passed, last: HTTP 200");
    }

    @Test
    void broken_requests_have_the_member_probed_at_once_and_count_with_its_probes() throws Exception {
        watch(HOUR);
        first.answer(ScriptedBackend.status(500));
        requests(one, 2, Verdict.BROKEN);
        awaitHealth(one, Health.DOWN);
        assertThat(member(one).reason()).isEqualTo("1 probe and 2 requests in a row failed, last: HTTP 500");
    }

    @Test
    void a_probe_that_passes_takes_back_what_broken_requests_did() throws Exception {
        watch(HOUR);
        for (int round = 1; round <= 3; round++) {
            int asked = first.asked();
            requests(one, 2, Verdict.BROKEN);
            await().until(() -> first.asked() > asked);
            await().until(() -> member(one).evidence().conduct().brokenInARow() == 0);
            requests(one, 1, Verdict.GOOD);
        }
        awaitJudgement();
        assertThat(events).extracting(PoolEvent::kind).doesNotContain(PoolEvent.Kind.EJECTED);
        assertThat(member(one).health()).isEqualTo(Health.UP);
    }

    @Test
    void failed_requests_in_a_row_have_a_member_sit_out_until_its_time_is_over() throws Exception {
        watch(Duration.ofMillis(100));
        requests(one, 5, Verdict.FAILED);
        awaitHealth(one, Health.EJECTED);
        assertThat(member(one).reason()).isEqualTo("5 requests in a row failed, last: as scripted; out for 100 ms");
        awaitHealth(one, Health.UP);
        assertThat(member(one).reason()).isEqualTo("its time is over");
        requests(one, 5, Verdict.FAILED);
        awaitHealth(one, Health.EJECTED);
        assertThat(member(one).reason()).endsWith("; out for 200 ms, ejection 2");
        assertThat(member(one).evidence().ejections().of(EjectionCause.CONSECUTIVE))
                .isEqualTo(2);
    }

    @Test
    void too_large_a_part_of_failed_requests_has_a_member_sit_out() throws Exception {
        watch(HOUR);
        for (int i = 0; i < 20; i++) {
            requests(one, 1, Verdict.FAILED);
            requests(one, 1, Verdict.GOOD);
        }
        awaitHealth(one, Health.EJECTED);
        assertThat(member(one).reason())
                .matches("\\d+ of \\d+ requests failed in 1 s, last: as scripted; out for 3600 s");
        assertThat(member(one).evidence().ejections().of(EjectionCause.FAILURE_RATE))
                .isEqualTo(1);
    }

    @Test
    void the_last_fit_member_goes_on_however_it_does() throws Exception {
        watch(HOUR);
        requests(one, 5, Verdict.FAILED);
        awaitHealth(one, Health.EJECTED);
        requests(two, 100, Verdict.FAILED);
        awaitJudgement();
        assertThat(member(two).health()).isEqualTo(Health.UP);
    }

    @Test
    void who_sits_out_comes_back_when_nobody_else_is_fit() throws Exception {
        watch(HOUR);
        requests(one, 5, Verdict.FAILED);
        awaitHealth(one, Health.EJECTED);
        second.answer(ScriptedBackend.status(500));
        requests(two, 1, Verdict.REFUSED);
        awaitHealth(one, Health.UP);
        assertThat(member(one).reason()).isEqualTo("no other member is fit");
    }

    @Test
    void who_sits_out_and_fails_its_probes_is_down_and_comes_back_by_them() throws Exception {
        watch(HOUR);
        requests(one, 5, Verdict.FAILED);
        awaitHealth(one, Health.EJECTED);
        first.answer(ScriptedBackend.status(500));
        requests(one, 1, Verdict.REFUSED);
        awaitHealth(one, Health.DOWN);
        first.answer(ScriptedBackend.body("ok"));
        awaitHealth(one, Health.UP);
    }

    @Test
    void maintenance_ends_an_ejection_with_the_first_probe_that_passes() throws Exception {
        watch(HOUR);
        requests(one, 5, Verdict.FAILED);
        awaitHealth(one, Health.EJECTED);
        pool.assign("one", Duty.MAINT, "because");
        awaitJudgement();
        pool.assign("one", Duty.READY, "because");
        awaitHealth(one, Health.UP);
    }

    @Test
    void failures_from_before_it_is_announced_again_do_not_count() throws Exception {
        watch(HOUR);
        requests(one, 4, Verdict.FAILED);
        second.answer(ScriptedBackend.status(500));
        requests(one, 1, Verdict.REFUSED);
        awaitHealth(one, Health.DOWN);
        pool.join(one);
        awaitHealth(one, Health.UP);
        requests(one, 4, Verdict.FAILED);
        awaitJudgement();
        assertThat(events).extracting(PoolEvent::kind).doesNotContain(PoolEvent.Kind.EJECTED);
    }
}
