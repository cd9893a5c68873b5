package dev.lbctl.balancer.control;

import dev.lbctl.balancer.evidence.EjectionCause;
import dev.lbctl.balancer.ledger.Latencies;
import dev.lbctl.balancer.ledger.Ledger;
import dev.lbctl.balancer.pool.Duty;
import dev.lbctl.balancer.pool.Health;
import dev.lbctl.balancer.pool.Member;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The counters as Prometheus sees them, read at the moment of the scrape. No label holds a path or a client. */
record PrometheusView(Controlled subject) implements MultiCollector {
    private static final String[] CODE_CLASSES = {"none", "1xx", "2xx", "3xx", "4xx", "5xx"};
    private static final double MS = 1e3;
    private static final double[] BOUNDS_SECONDS = {
        0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, Double.POSITIVE_INFINITY
    };

    @Override
    public MetricSnapshots collect() {
        List<Series> all = all();
        return MetricSnapshots.of(
                requests(all),
                durations(all),
                gauge(
                        all,
                        "in_flight",
                        "Attempts under way.",
                        member -> member.load().inFlight()),
                gauge(all, "up", "1 when it is up.", member -> member.health() == Health.UP ? 1 : 0),
                duty(all),
                ejections(all),
                retries(all),
                counter(
                        "lbctl_retries",
                        "Attempts after a request's first.",
                        subject.metrics().retries()),
                counter(
                        "lbctl_access_log_dropped",
                        "Lines that the access log lost.",
                        subject.droppedLines().getAsLong()));
    }

    private List<Series> all() {
        return subject.pools().stream()
                .flatMap(pool -> pool.snapshot().members().stream()
                        .map(member -> new Series(Labels.of("pool", pool.name(), "backend", member.name()), member)))
                .toList();
    }

    private static CounterSnapshot requests(List<Series> all) {
        CounterSnapshot.Builder counter = CounterSnapshot.builder()
                .name("lbctl_backend_requests")
                .help("Requests answered, by the backend that was tried last and the class of the status.");
        all.forEach(series -> {
            for (int i = 0; i < CODE_CLASSES.length; i++) {
                counter.dataPoint(CounterDataPointSnapshot.builder()
                        .labels(series.labels().add("code_class", CODE_CLASSES[i]))
                        .value((double) series.ledger().requests(i))
                        .build());
            }
        });
        return counter.build();
    }

    private static HistogramSnapshot durations(List<Series> all) {
        HistogramSnapshot.Builder histogram = HistogramSnapshot.builder()
                .name("lbctl_backend_request_duration_seconds")
                .help("From the request's head read to the last byte handed over.");
        all.forEach(series -> {
            Latencies reading = series.ledger().latencies();
            histogram.dataPoint(HistogramDataPointSnapshot.builder()
                    .labels(series.labels())
                    .classicHistogramBuckets(ClassicHistogramBuckets.of(BOUNDS_SECONDS, buckets(reading)))
                    .sum(reading.sumMs() / MS)
                    .build());
        });
        return histogram.build();
    }

    private static long[] buckets(Latencies reading) {
        long[] counts = Arrays.stream(BOUNDS_SECONDS)
                .mapToLong(bound -> reading.countUpToMs(bound * MS))
                .toArray();
        for (int i = counts.length - 1; i > 0; i--) {
            counts[i] -= counts[i - 1];
        }
        return counts;
    }

    private static GaugeSnapshot gauge(List<Series> all, String name, String help, ToDoubleFunction<Member> value) {
        GaugeSnapshot.Builder gauge =
                GaugeSnapshot.builder().name("lbctl_backend_" + name).help(help);
        all.forEach(series -> gauge.dataPoint(point(series.labels(), value.applyAsDouble(series.member()))));
        return gauge.build();
    }

    private static GaugeSnapshot duty(List<Series> all) {
        GaugeSnapshot.Builder gauge =
                GaugeSnapshot.builder().name("lbctl_backend_duty").help("1 for what the operator wants of it.");
        for (Series series : all) {
            for (Duty duty : Duty.values()) {
                Labels labels = series.labels().add("duty", ApiMapping.word(duty));
                gauge.dataPoint(point(labels, series.member().duty() == duty ? 1 : 0));
            }
        }
        return gauge.build();
    }

    private static CounterSnapshot ejections(List<Series> all) {
        CounterSnapshot.Builder counter =
                CounterSnapshot.builder().name("lbctl_backend_ejections").help("Times it had to sit out.");
        for (Series series : all) {
            for (EjectionCause cause : EjectionCause.values()) {
                counter.dataPoint(CounterDataPointSnapshot.builder()
                        .labels(series.labels().add("reason", ApiMapping.word(cause)))
                        .value((double) series.member().evidence().ejections().of(cause))
                        .build());
            }
        }
        return counter.build();
    }

    private static CounterSnapshot retries(List<Series> all) {
        CounterSnapshot.Builder counter = CounterSnapshot.builder()
                .name("lbctl_backend_retries")
                .help("Attempts that ended there and were followed by another one, by what ended them.");
        all.forEach(series -> series.ledger()
                .retries()
                .forEach((cause, count) -> counter.dataPoint(CounterDataPointSnapshot.builder()
                        .labels(series.labels().add("cause", cause))
                        .value((double) count)
                        .build())));
        return counter.build();
    }

    private static CounterSnapshot counter(String name, String help, long value) {
        return CounterSnapshot.builder()
                .name(name)
                .help(help)
                .dataPoint(
                        CounterDataPointSnapshot.builder().value((double) value).build())
                .build();
    }

    private static GaugeDataPointSnapshot point(Labels labels, double value) {
        return GaugeDataPointSnapshot.builder().labels(labels).value(value).build();
    }

    private record Series(Labels labels, Member member) {
        private Ledger ledger() {
            return member.load().ledger();
        }
    }
}
