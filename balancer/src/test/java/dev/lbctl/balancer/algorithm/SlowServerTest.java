package dev.lbctl.balancer.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.balancer.algorithm.Simulation.Report;
import dev.lbctl.config.AlgorithmKind;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Five simulated servers that take 10 ms on average, but for one that takes 100 and so can do 40 requests a second, where the
 * others can do 400 each. What it prints stands in docs/algorithms.md.
 */
class SlowServerTest {
    private static final Map<String, Double> SERVERS = Map.of("A", 10.0, "B", 10.0, "C", 100.0, "D", 10.0, "E", 10.0);

    /** An even part of it, 36, is nearly what the slow one can do. */
    private static final Map<AlgorithmKind, Report> BUSY = reports(180);

    /** An even part of it, 60, is more than the slow one can do. */
    private static final Map<AlgorithmKind, Report> BUSIER = reports(300);

    @Test
    void least_response_time_has_a_tenth_of_the_p99_of_round_robin() {
        assertThat(p99(BUSY, AlgorithmKind.LEAST_RESPONSE_TIME)).isLessThan(p99(BUSY, AlgorithmKind.ROUND_ROBIN) / 10);
    }

    @Test
    void power_of_two_has_half_of_the_p99_of_round_robin() {
        assertThat(p99(BUSY, AlgorithmKind.POWER_OF_TWO)).isLessThan(p99(BUSY, AlgorithmKind.ROUND_ROBIN) / 2);
    }

    @Test
    void only_who_looks_at_loads_keeps_a_slow_server_from_drowning() {
        ToDoubleFunction<AlgorithmKind> p99 = kind -> p99(BUSIER, kind);

        assertThat(Stream.of(AlgorithmKind.ROUND_ROBIN, AlgorithmKind.RANDOM))
                .allMatch(kind -> p99.applyAsDouble(kind) > 10_000);
        assertThat(Stream.of(
                        AlgorithmKind.LEAST_CONNECTIONS,
                        AlgorithmKind.LEAST_RESPONSE_TIME,
                        AlgorithmKind.POWER_OF_TWO,
                        AlgorithmKind.CONSISTENT_HASH))
                .allMatch(kind -> p99.applyAsDouble(kind) < 250);
    }

    private static double p99(Map<AlgorithmKind, Report> reports, AlgorithmKind kind) {
        return Objects.requireNonNull(reports.get(kind)).p99Millis();
    }

    private static Map<AlgorithmKind, Report> reports(int requestsPerSecond) {
        return Stream.of(AlgorithmKind.values())
                .collect(Collectors.toMap(kind -> kind, kind -> report(kind, requestsPerSecond)));
    }

    private static Report report(AlgorithmKind kind, int requestsPerSecond) {
        SplittableRandom draws = new SplittableRandom(5);
        Algorithm algorithm = switch (kind) {
            case RANDOM -> new AtRandom(() -> draws);
            case POWER_OF_TWO -> new PowerOfTwo(() -> draws);
            default -> Algorithms.create(kind);
        };
        Report report = new Simulation(new Rotation(algorithm, 5), SERVERS, new SplittableRandom(6))
                .run(requestsPerSecond, 50_000);
        System.out.printf(
                Locale.ROOT,
                "%d requests/s  %-20s p50 %5.1f ms  p99 %8.1f ms%n",
                requestsPerSecond,
                kind.key(),
                report.p50Millis(),
                report.p99Millis());
        return report;
    }
}
