package dev.lbctl.balancer.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpreadTest {

    @Test
    void a_small_pool_is_probed_at_once() {
        Spread spread = new Spread(100, Duration.ofSeconds(2));

        assertThat(IntStream.range(0, 100)).allMatch(i -> spread.delay(i).isZero());
    }

    @Test
    void beyond_a_hundred_the_first_probes_come_evenly_over_the_interval() {
        Spread spread = new Spread(1_100, Duration.ofSeconds(1));

        assertThat(spread.delay(99)).isZero();
        assertThat(spread.delay(100)).isEqualTo(Duration.ofMillis(1));
        assertThat(spread.delay(599)).isEqualTo(Duration.ofMillis(500));
        assertThat(spread.delay(1_099)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void traffic_does_not_wait_an_hour_for_the_first_round() {
        assertThat(new Spread(1_000, Duration.ofHours(1)).delay(999)).isEqualTo(Duration.ofSeconds(2));
    }
}
