package dev.lbctl.balancer.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EjectTest {
    private static final Backend ONE = new Backend("server-1", "127.0.0.1", 9001);
    private static final Backend TWO = new Backend("server-2", "127.0.0.1", 9002);

    private static final List<Duty> DUTIES = List.of(Duty.values());

    private final List<PoolEvent> events = new ArrayList<>();
    private final Pool pool = new Pool("web", List.of(ONE, TWO), events::add);

    private Health health(Backend backend) {
        return pool.snapshot().member(backend.name()).orElseThrow().health();
    }

    @Test
    void an_ejected_member_gets_nothing_until_it_returns() {
        pool.report(ONE, Health.UP, "HTTP 200");
        pool.report(TWO, Health.UP, "HTTP 200");

        assertThat(pool.eject(ONE, "5 requests failed")).isTrue();
        assertThat(pool.snapshot().eligible()).extracting(Member::name).containsExactly("server-2");
        pool.report(ONE, Health.UP, "its time is over");

        assertThat(pool.snapshot().eligible()).hasSize(2);
        assertThat(events).extracting(PoolEvent::kind).endsWith(PoolEvent.Kind.EJECTED, PoolEvent.Kind.RETURNED);
    }

    @Test
    void only_a_fit_member_is_ejected_and_never_the_last() {
        pool.report(ONE, Health.UP, "HTTP 200");
        assertThat(pool.eject(ONE, "the last")).isFalse();

        pool.report(TWO, Health.UP, "HTTP 200");
        pool.assign("server-2", Duty.DRAIN, "because");
        assertThat(pool.eject(ONE, "the last that is ready")).isFalse();
        assertThat(pool.eject(TWO, "not ready")).isFalse();

        pool.assign("server-2", Duty.READY, "because");
        pool.report(TWO, Health.DOWN, "HTTP 500");
        assertThat(pool.eject(TWO, "not up")).isFalse();
        assertThat(pool.eject(new Backend("server-1", "127.0.0.1", 1), "moved")).isFalse();
        assertThat(pool.eject(new Backend("server-9", "127.0.0.1", 1), "left")).isFalse();
        assertThat(health(ONE)).isEqualTo(Health.UP);
    }

    @Test
    void one_that_is_announced_again_starts_anew() {
        pool.report(ONE, Health.UP, "HTTP 200");
        pool.report(TWO, Health.UP, "HTTP 200");
        pool.eject(ONE, "5 requests failed");

        pool.join(ONE);

        assertThat(health(ONE)).isEqualTo(Health.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whatever_happens_no_ejection_takes_the_last_fit_member(long seed) {
        Random random = new Random(seed);
        List<Backend> backends = IntStream.range(0, 6)
                .mapToObj(i -> new Backend("server-" + i, "127.0.0.1", 9000 + i))
                .toList();
        Pool many = new Pool("web", backends, event -> {});
        int ejected = 0;
        for (int step = 0; step < 5_000; step++) {
            Backend backend = backends.get(random.nextInt(backends.size()));
            int fit = many.snapshot().fit();
            switch (random.nextInt(6)) {
                case 0 -> many.report(backend, Health.UP, "");
                case 1 -> many.report(backend, Health.DOWN, "");
                case 2 -> many.assign(backend.name(), DUTIES.get(random.nextInt(DUTIES.size())), "because");
                case 3 -> many.join(backend);
                default -> {
                    boolean done = many.eject(backend, "");
                    ejected += done ? 1 : 0;
                    assertThat(many.snapshot().fit()).isEqualTo(done ? fit - 1 : fit);
                    assertThat(fit > 0 && many.snapshot().fit() == 0).isFalse();
                }
            }
        }
        assertThat(ejected).isGreaterThan(100);
    }
}
