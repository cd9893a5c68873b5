package dev.lbctl.balancer.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LatenciesTest {
    private final Ledger ledger = new Ledger();

    @Test
    void nothing_recorded_reads_as_zero() {
        Latencies reading = ledger.latencies();
        assertThat(reading.count()).isZero();
        assertThat(reading.meanMs()).isZero();
        assertThat(reading.percentileMs(99)).isZero();
    }

    @Test
    void percentiles_are_right_to_two_digits() {
        for (int ms = 1; ms <= 1_000; ms++) {
            ledger.answered(200, Duration.ofMillis(ms).toNanos());
        }
        Latencies reading = ledger.latencies();
        assertThat(reading.meanMs()).isEqualTo(500.5);
        assertThat(reading.percentileMs(50)).isCloseTo(500, withinPercentage(1));
        assertThat(reading.percentileMs(95)).isCloseTo(950, withinPercentage(1));
        assertThat(reading.percentileMs(99)).isCloseTo(990, withinPercentage(1));
    }

    @Test
    void what_is_out_of_range_counts_at_its_edge() {
        ledger.answered(200, -5);
        ledger.answered(200, 10);
        ledger.answered(200, Duration.ofDays(3).toNanos());
        Latencies reading = ledger.latencies();
        assertThat(reading.percentileMs(50)).isEqualTo(0.001);
        assertThat(reading.percentileMs(100)).isCloseTo(3_600_000, withinPercentage(1));
    }

    @Test
    void what_took_no_longer_than_a_bound_is_counted() {
        for (int ms = 1; ms <= 1_000; ms++) {
            ledger.answered(200, Duration.ofMillis(ms).toNanos());
        }
        ledger.answered(200, Duration.ofDays(1).toNanos());
        Latencies reading = ledger.latencies();
        assertThat(reading.countUpToMs(0.5)).isZero();
        assertThat(reading.countUpToMs(100)).isCloseTo(100, withinPercentage(2));
        assertThat(reading.countUpToMs(2_500)).isEqualTo(1_000);
        assertThat(reading.countUpToMs(Double.POSITIVE_INFINITY)).isEqualTo(1_001);
    }
}
