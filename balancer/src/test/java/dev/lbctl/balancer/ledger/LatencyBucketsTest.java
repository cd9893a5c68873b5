package dev.lbctl.balancer.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class LatencyBucketsTest {
    private final Histogram histogram = new Histogram(1, LatencyBuckets.HIGHEST_MICROS, LatencyBuckets.DIGITS);

    @Test
    void every_time_counts_as_those_that_the_library_takes_for_the_same() {
        new Random(1).longs(100_000, 0, LatencyBuckets.HIGHEST_MICROS + 1).forEach(this::assertSame);
        for (long micros = 0; micros < 10_000; micros++) {
            assertSame(micros);
        }
    }

    private void assertSame(long micros) {
        assertThat(LatencyBuckets.shortest(LatencyBuckets.of(micros)))
                .isEqualTo(histogram.lowestEquivalentValue(micros));
    }

    @Test
    void buckets_are_numbered_without_a_gap() {
        for (int bucket = 0; bucket < LatencyBuckets.COUNT; bucket++) {
            assertThat(LatencyBuckets.of(LatencyBuckets.shortest(bucket))).isEqualTo(bucket);
        }
    }
}
