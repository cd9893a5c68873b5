package dev.lbctl.balancer.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lbctl.balancer.Nobody;
import dev.lbctl.balancer.ScriptedBackend;
import dev.lbctl.balancer.TestConfig;
import dev.lbctl.balancer.check.ProbeLoop;
import dev.lbctl.balancer.evidence.ProbeReport;
import dev.lbctl.balancer.names.Names;
import dev.lbctl.balancer.names.ToldAddresses;
import dev.lbctl.balancer.pool.Backend;
import dev.lbctl.balancer.pool.Duty;
import dev.lbctl.balancer.pool.Health;
import dev.lbctl.balancer.pool.Member;
import dev.lbctl.balancer.pool.Pool;
import dev.lbctl.balancer.pool.PoolEvent;
import dev.lbctl.balancer.probe.Pace;
import dev.lbctl.balancer.probe.Probe;
import dev.lbctl.balancer.probe.Probes;
import dev.lbctl.balancer.upstream.Network;
import dev.lbctl.balancer.upstream.Transport;
import dev.lbctl.config.FitnessConfig;
import dev.lbctl.config.HealthConfig;
import dev.lbctl.config.ProbeConfig;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HealthCheckerTest {
    private static final String OK = ScriptedBackend.status(200);
    private static final ProbeConfig PROBE = TestConfig.POOL.health().probe();
    private static final HealthConfig CONFIG =
            new HealthConfig(PROBE, Duration.ofMillis(50), Duration.ofMillis(20), Duration.ofSeconds(5), 2, 3);

    private final Queue<PoolEvent> events = new ConcurrentLinkedQueue<>();
    private Pool pool = new Pool("web", List.of(), events::add);
    private HealthChecker checker = checker(pool, CONFIG);

    @AfterEach
    void stop() {
        checker.stop();
    }

    @Test
    void the_first_round_ends_when_each_member_has_had_a_result() throws Exception {
        try (ScriptedBackend good = new ScriptedBackend(OK)) {
            watch(CONFIG, good.named("good"), Nobody.called("gone"));
            assertThat(member("good").health()).isEqualTo(Health.UP);
            assertThat(member("good").reason()).isEqualTo("HTTP 200");
            assertThat(member("gone").health()).isEqualTo(Health.DOWN);
            assertThat(member("gone").reason()).startsWith("connection refused on 127.0.0.1:");
        }
    }

    @Test
    void a_pool_without_members_has_its_first_round_at_once() throws Exception {
        watch(CONFIG);
        assertThat(events).isEmpty();
    }

    @Test
    void bad_answers_take_a_member_down_and_good_ones_bring_it_back() throws Exception {
        try (ScriptedBackend backend = new ScriptedBackend(OK)) {
            watch(CONFIG, backend.named("one"));
            awaitHealth("one", Health.UP);
            backend.answer(ScriptedBackend.status(500));
            awaitHealth("one", Health.DOWN);
            assertThat(member("one").reason()).isEqualTo("3 of 3 probes failed, last: HTTP 500");
            backend.answer(OK);
            awaitHealth("one", Health.UP);
            assertThat(member("one").reason()).isEqualTo("2 of 2 probes passed, last: HTTP 200");
        }
    }

    @Test
    void a_member_announced_again_is_admitted_by_its_first_pass() throws Exception {
        ScriptedBackend left = new ScriptedBackend(OK);
        Backend gone = left.named("one");
        left.close();
        watch(every(Duration.ofHours(1)), gone);
        awaitHealth("one", Health.DOWN);
        try (ScriptedBackend back = new ScriptedBackend(OK, gone.port())) {
            pool.join(back.named("one"));
            awaitHealth("one", Health.UP);
            assertThat(back.asked()).isEqualTo(1);
        }
    }

    @Test
    void a_member_that_joins_later_is_probed_at_once() throws Exception {
        try (ScriptedBackend backend = new ScriptedBackend(OK)) {
            watch(every(Duration.ofHours(1)));
            pool.join(backend.named("late"));
            awaitHealth("late", Health.UP);
        }
    }

    @Test
    void a_member_in_maintenance_is_left_alone_until_it_is_ready_again() throws Exception {
        try (ScriptedBackend backend = new ScriptedBackend(OK);
                ScriptedBackend other = new ScriptedBackend(OK)) {
            watch(CONFIG, backend.named("one"), other.named("two"));
            awaitHealth("one", Health.UP);
            pool.assign("one", Duty.MAINT, "because");
            awaitMoreProbes(other, 2);
            int asked = backend.asked();
            awaitMoreProbes(other, 5);
            assertThat(backend.asked()).isEqualTo(asked);
            pool.assign("one", Duty.READY, "because");
            awaitMoreProbes(backend, 1);
        }
    }

    @Test
    void a_drained_member_is_probed_on() throws Exception {
        try (ScriptedBackend backend = new ScriptedBackend(OK)) {
            watch(CONFIG, backend.named("one"));
            pool.assign("one", Duty.DRAIN, "because");
            awaitMoreProbes(backend, 5);
        }
    }

    @Test
    void the_last_twenty_probes_are_kept() throws Exception {
        try (ScriptedBackend backend = new ScriptedBackend(OK)) {
            watch(CONFIG, backend.named("one"));
            awaitMoreProbes(backend, 25);
            backend.answer(ScriptedBackend.status(500));
            awaitHealth("one", Health.DOWN);

            List<ProbeReport> probes = member("one").evidence().probes().latest();

            assertThat(probes).hasSize(20);
            assertThat(probes)
                    .isSortedAccordingTo(Comparator.comparing(ProbeReport::time).reversed());
            assertThat(probes)
                    .filteredOn(probe -> !probe.passed())
                    .hasSizeGreaterThanOrEqualTo(3)
                    .allSatisfy(probe -> {
                        assertThat(probe.reason()).isEqualTo("HTTP 500");
                        assertThat(probe.took()).isPositive();
                    });
        }
    }

    @Test
    void of_many_members_the_first_round_is_whole_too() throws Exception {
        try (ScriptedBackend backend = new ScriptedBackend(OK)) {
            Backend[] many = IntStream.range(0, 300)
                    .mapToObj(i -> backend.named("server-" + i))
                    .toArray(Backend[]::new);
            watch(CONFIG, many);
            assertThat(pool.snapshot().eligible()).hasSize(300);
        }
    }

    @Test
    void a_member_that_left_is_not_probed_nor_revived() throws Exception {
        try (ScriptedBackend backend = new ScriptedBackend(OK);
                ScriptedBackend other = new ScriptedBackend(OK)) {
            watch(CONFIG, backend.named("one"), other.named("two"));
            awaitHealth("one", Health.UP);
            pool.leave("one");
            awaitMoreProbes(other, 2);
            int asked = backend.asked();
            awaitMoreProbes(other, 5);
            assertThat(backend.asked()).isEqualTo(asked);
            assertThat(pool.snapshot().member("one")).isEmpty();
        }
    }

    @Test
    void a_member_is_down_while_its_name_does_not_resolve_and_the_reason_says_so() throws Exception {
        ToldAddresses names = new ToldAddresses();
        names.nowhere(true);
        try (ScriptedBackend backend = new ScriptedBackend(ScriptedBackend.body("ok"))) {
            Network network = new Network(Transport.of(TestConfig.TRANSPORT), new Names(names, System::nanoTime));
            checker.stop();
            pool = new Pool(
                    "web",
                    List.of(new Backend("app", "app.test", backend.named("x").port())),
                    events::add);
            checker = checker(pool, every(Duration.ofMillis(20)), new ProbeLoop(network));
            checker.start().get(5, TimeUnit.SECONDS);
            assertThat(member("app").health()).isEqualTo(Health.DOWN);
            assertThat(member("app").reason()).isEqualTo("dns: app.test does not resolve");

            names.at("127.0.0.1");
            awaitHealth("app", Health.UP);

            names.nowhere(true);
            awaitHealth("app", Health.DOWN);
        }
    }

    @Test
    void probes_that_cannot_be_made_for_lack_of_sockets_leave_a_member_as_it_is() throws Exception {
        AtomicInteger made = new AtomicInteger();
        ProbeLoop loop = new ProbeLoop(Network.ofSystem(TestConfig.TRANSPORT));
        checker.stop();
        pool = new Pool("web", List.of(new Backend("app", "10.0.0.1", 80)), events::add);
        checker = checker(pool, every(Duration.ofMillis(5)), new SocketsForOne(loop, made), loop);
        checker.start().get(5, TimeUnit.SECONDS);

        await().until(() -> made.get() > 10);
        assertThat(member("app").health()).isEqualTo(Health.UP);
    }

    /** Probes of which the first passes, and there is no socket for any other. */
    private record SocketsForOne(ProbeLoop loop, AtomicInteger made) implements Probes, Probe {

        @Override
        public Probe of(HealthConfig config, Backend backend) {
            return this;
        }

        @Override
        public CompletionStage<Result> check() {
            return CompletableFuture.completedFuture(
                    made.incrementAndGet() == 1
                            ? new Result.Passed("HTTP 200")
                            : new Result.Unmade("Too many open files"));
        }

        @Override
        public void close() {}

        @Override
        public void stop() {
            loop.stop();
        }
    }

    /** Returns when the first round is over. */
    private void watch(HealthConfig config, Backend... backends) throws Exception {
        checker.stop();
        pool = new Pool("web", List.of(backends), events::add);
        checker = checker(pool, config);
        checker.start().get(5, TimeUnit.SECONDS);
    }

    private static HealthChecker checker(Pool pool, HealthConfig config) {
        return checker(pool, config, new ProbeLoop(Network.ofSystem(TestConfig.TRANSPORT)));
    }

    private static HealthChecker checker(Pool pool, HealthConfig config, ProbeLoop loop) {
        return checker(pool, config, loop, loop);
    }

    private static HealthChecker checker(Pool pool, HealthConfig config, Probes probes, ProbeLoop loop) {
        Pace pace = new Pace(loop.thread(), new Random(1), Clock.systemUTC());
        FitnessConfig fitness =
                new FitnessConfig(config, TestConfig.POOL.fitness().ejection(), 0);
        HealthChecker made = new HealthChecker(probes, pace);
        made.watch(pool, fitness);
        return made;
    }

    private static HealthConfig every(Duration interval) {
        return new HealthConfig(PROBE, interval, interval, Duration.ofSeconds(5), 2, 3);
    }

    private Member member(String name) {
        return pool.snapshot().member(name).orElseThrow();
    }

    private void awaitHealth(String name, Health health) {
        await().pollInterval(Duration.ofMillis(5))
                .untilAsserted(() -> assertThat(member(name).health()).isEqualTo(health));
    }

    private static void awaitMoreProbes(ScriptedBackend backend, int more) {
        int before = backend.asked();
        await().pollInterval(Duration.ofMillis(5)).until(() -> backend.asked() >= before + more);
    }
}
