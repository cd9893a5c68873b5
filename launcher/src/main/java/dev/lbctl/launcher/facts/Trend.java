package dev.lbctl.launcher.facts;

import dev.lbctl.balancer.api.HistoryReport;
import dev.lbctl.balancer.api.HistoryReport.OfBackend;
import dev.lbctl.balancer.api.HistoryReport.Sample;
import java.time.Instant;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * How the last minutes went.
 *
 * @param samples the oldest first
 */
public record Trend(List<Sample> samples) {
    static final Trend NONE = new Trend(List.of());
    private static final int KEPT = 150;
    private static final int RECENT = 5;

    /** With what came since. */
    Trend with(HistoryReport report) {
        List<Sample> news = report.samples().stream()
                .filter(sample -> sample.time().isAfter(last()))
                .toList();
        List<Sample> all = Stream.concat(samples.stream(), news.stream()).toList();
        return new Trend(all.subList(Math.max(0, all.size() - KEPT), all.size()));
    }

    /** When the newest sample ended; the epoch before there is one. */
    public Instant last() {
        return samples.isEmpty()
                ? Instant.EPOCH
                : samples.get(samples.size() - 1).time();
    }

    /** Requests per second through the balancer, the oldest first, at most so many. */
    public double[] rates(int atMost) {
        return values(atMost, sample -> sample.requests() / sample.seconds());
    }

    /** The 99th percentile of how long requests took, in milliseconds. */
    public double[] p99(int atMost) {
        return values(atMost, Sample::p99Ms);
    }

    /** Attempts per second at one backend. */
    public double[] rates(String pool, String backend, int atMost) {
        return values(atMost, sample -> attempts(sample, pool, backend) / sample.seconds());
    }

    /** The highest rate of any backend in the last samples, so that their graphs have one scale. */
    public double highestRate(int atMost) {
        return recent(atMost).stream()
                .flatMap(sample -> sample.backends().stream().map(part -> part.attempts() / sample.seconds()))
                .reduce(0.0, Math::max);
    }

    double perSecond(String pool, String backend) {
        List<Sample> recent = recent(RECENT);
        double seconds = recent.stream().mapToDouble(Sample::seconds).sum();
        double attempts = recent.stream()
                .mapToDouble(sample -> attempts(sample, pool, backend))
                .sum();
        return seconds > 0 ? attempts / seconds : 0;
    }

    /** How long requests took that ended last; all 0 when none did. */
    public Traffic.Latency latency() {
        return recent(1).stream()
                .map(sample -> new Traffic.Latency(sample.p50Ms(), sample.p95Ms(), sample.p99Ms()))
                .findFirst()
                .orElse(Traffic.Latency.NONE);
    }

    private double[] values(int atMost, ToDoubleFunction<Sample> value) {
        return recent(atMost).stream().mapToDouble(value).toArray();
    }

    private List<Sample> recent(int atMost) {
        return samples.subList(Math.max(0, samples.size() - atMost), samples.size());
    }

    private static double attempts(Sample sample, String pool, String backend) {
        return sample.backends().stream()
                .filter(part -> part.name().equals(backend) && part.pool().equals(pool))
                .mapToLong(OfBackend::attempts)
                .sum();
    }
}
