package dev.lbctl.balancer.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PanicTest {
    private final List<PoolEvent> events = new ArrayList<>();

    /** u: up, d: down, e: ejected, ?: unknown; in capitals, and as !, the same in drain. */
    private Pool pool(int percent, String members) {
        Map<Backend, Weight> backends = new LinkedHashMap<>();
        IntStream.range(0, members.length()).forEach(i -> backends.put(backend(i), Weight.ONE));
        Pool pool = new Pool("web", backends, new PanicRule(percent), events::add);
        IntStream.range(0, members.length()).forEach(i -> {
            char letter = members.charAt(i);
            if (letter != Character.toLowerCase(letter) || letter == '!') {
                pool.assign(backend(i).name(), Duty.DRAIN, "because");
            }
            pool.report(
                    backend(i),
                    switch (Character.toLowerCase(letter)) {
                        case 'u' -> Health.UP;
                        case 'd' -> Health.DOWN;
                        case 'e' -> Health.EJECTED;
                        default -> Health.UNKNOWN;
                    },
                    "because");
        });
        return pool;
    }

    private static Backend backend(int i) {
        return new Backend("server-" + i, "127.0.0.1", 9000 + i);
    }

    @ParameterizedTest(name = "below {0} % of {1}: {2}, {3} eligible")
    @CsvSource({
        "50, uudd,     false, 2",
        "50, uddd,     true,  4",
        "50, dddd,     true,  4",
        "50, udde,     true,  4",
        "50, udd,      false, 1",
        "50, ddd,      false, 0",
        "50, uuddd,    true,  5",
        "50, uuudd,    false, 3",
        "50, ????,     false, 4",
        "50, ??dd,     false, 2",
        "50, ?uu,      false, 2",
        "50, ?U,       false, 1",
        "50, !d,       false, 0",
        "50, ?ddd,     true,  4",
        "50, uuUUU,    false, 2",
        "50, udUDDD,   false, 1",
        "50, udddD!,   true,  4",
        "0,  dddd,     false, 0",
        "100, uuud,    true,  4",
        "100, uuuu,    false, 4",
        "1,  uddddd,   false, 1",
        "1,  dddddd,   true,  6"
    })
    void too_few_fit_members_of_those_meant_to_serve(int percent, String members, boolean panic, int eligible) {
        PoolSnapshot snapshot = pool(percent, members).snapshot();

        assertThat(snapshot.panic()).isEqualTo(panic);
        assertThat(snapshot.eligible()).hasSize(eligible);
        assertThat(snapshot.members()).filteredOn(snapshot::isEligible).isEqualTo(snapshot.eligible());
    }

    @Test
    void it_is_told_when_it_begins_and_when_it_ends() {
        Pool pool = pool(50, "uudd");
        events.clear();

        pool.report(backend(0), Health.DOWN, "because");
        pool.report(backend(1), Health.DOWN, "because");
        pool.report(backend(0), Health.UP, "because");
        pool.report(backend(1), Health.UP, "because");

        assertThat(events)
                .extracting(PoolEvent::kind)
                .containsExactly(
                        PoolEvent.Kind.DOWN,
                        PoolEvent.Kind.PANIC,
                        PoolEvent.Kind.DOWN,
                        PoolEvent.Kind.UP,
                        PoolEvent.Kind.UP,
                        PoolEvent.Kind.CALM);
        assertThat(events).extracting(PoolEvent::isOfWholePool).containsExactly(false, true, false, false, false, true);
    }

    @Test
    void a_drain_can_bring_it_about_as_well() {
        Pool pool = pool(50, "uuuuddd");
        events.clear();

        pool.assign("server-0", Duty.DRAIN, "because");
        assertThat(pool.snapshot().panic()).isFalse();
        pool.assign("server-1", Duty.DRAIN, "because");

        assertThat(pool.snapshot().panic()).isTrue();
        assertThat(pool.snapshot().eligible()).hasSize(5);
    }
}
