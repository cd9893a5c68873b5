package dev.lbctl.balancer.control;

import dev.lbctl.balancer.api.AlgorithmReport;
import dev.lbctl.balancer.api.BackendStatus;
import dev.lbctl.balancer.api.HealthReport;
import dev.lbctl.balancer.api.MetricsReport;
import dev.lbctl.balancer.api.PoolStatus;
import dev.lbctl.balancer.api.ProbeEntry;
import dev.lbctl.balancer.api.ProbeList;
import dev.lbctl.balancer.api.RequestEntry;
import dev.lbctl.balancer.api.Statistics;
import dev.lbctl.balancer.api.StatusReport;
import dev.lbctl.balancer.api.Version;
import dev.lbctl.balancer.ledger.Latencies;
import dev.lbctl.balancer.ledger.Ledger;
import dev.lbctl.balancer.metrics.Metrics;
import dev.lbctl.balancer.metrics.RequestRecord;
import dev.lbctl.balancer.operator.Steered;
import dev.lbctl.balancer.pool.Duty;
import dev.lbctl.balancer.pool.Member;
import dev.lbctl.balancer.pool.Pool;
import dev.lbctl.balancer.pool.PoolSnapshot;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** The one place where the domain's words become those of the wire. */
record ApiMapping(Controlled of) {

    StatusReport status(int recentRequests) {
        return new StatusReport(
                Version.CURRENT,
                algorithm(),
                uptimeSeconds(),
                statistics(),
                of.steered().stream().map(this::pool).toList(),
                backends(),
                of.metrics().ring().latest(recentRequests).stream()
                        .map(ApiMapping::entry)
                        .toList(),
                ConfigMapping.status(of.reloader()));
    }

    MetricsReport metrics() {
        return new MetricsReport(
                of.metrics().total(),
                uptimeSeconds(),
                of.members().stream()
                        .map(member -> new MetricsReport.Server(
                                member.name(),
                                member.backend().url(),
                                member.load().ledger().attempts(),
                                member.isFit()))
                        .toList());
    }

    AlgorithmReport algorithms() {
        List<AlgorithmReport.PoolAlgorithm> pools = of.steered().stream()
                .map(steered -> new AlgorithmReport.PoolAlgorithm(
                        steered.pool().name(),
                        steered.algorithm().key(),
                        steered.config().algorithm().key()))
                .toList();
        return new AlgorithmReport(algorithm(), pools, AlgorithmEndpoints.names());
    }

    HealthReport health() {
        List<Member> members = of.members();
        int healthy = (int) members.stream().filter(Member::isFit).count();
        int missing = (int) members.stream()
                .filter(member -> member.duty() == Duty.READY && !member.isFit())
                .count();
        String status = healthy == 0 ? "down" : missing > 0 ? "degraded" : "ok";
        return new HealthReport(status, members.size(), healthy, missing);
    }

    List<BackendStatus> backends() {
        return of.pools().stream()
                .flatMap(pool -> pool.snapshot().members().stream().map(member -> backend(pool, member)))
                .toList();
    }

    private PoolStatus pool(Steered steered) {
        PoolSnapshot snapshot = steered.pool().snapshot();
        return new PoolStatus(
                snapshot.pool(),
                steered.algorithm().key(),
                snapshot.members().size(),
                snapshot.fit(),
                snapshot.panic());
    }

    BackendStatus backend(Pool pool, Member member) {
        Ledger ledger = member.load().ledger();
        Latencies latency = ledger.latencies();
        return new BackendStatus(
                member.name(),
                pool.name(),
                member.backend().url(),
                word(member.health()),
                member.reason(),
                word(member.duty()),
                of.operator().until(pool.name(), member),
                member.weight().wanted(),
                member.isFit(),
                member.load().inFlight(),
                ledger.attempts(),
                ledger.failures(),
                round(latency.meanMs()),
                latency.percentileMs(50),
                latency.percentileMs(95),
                latency.percentileMs(99));
    }

    static ProbeList probes(Pool pool, Member member) {
        List<ProbeEntry> probes = member.evidence().probes().latest().stream()
                .map(probe -> new ProbeEntry(
                        probe.time(),
                        probe.passed(),
                        probe.reason(),
                        round(probe.took().toNanos() / 1e6)))
                .toList();
        return new ProbeList(pool.name(), member.name(), probes);
    }

    static RequestEntry entry(RequestRecord request) {
        return new RequestEntry(
                request.number(),
                request.id(),
                request.time(),
                request.asked().client(),
                request.asked().method(),
                request.asked().target(),
                request.answered().status(),
                request.served().pool(),
                request.served().backend(),
                request.served().attempts(),
                round(request.duration().toNanos() / 1e6),
                request.answered().cause());
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private String algorithm() {
        return of.steered().iterator().next().algorithm().key();
    }

    private double uptimeSeconds() {
        return round(
                Duration.between(of.metrics().started(), of.clock().instant()).toMillis() / 1e3);
    }

    private Statistics statistics() {
        Metrics metrics = of.metrics();
        long total = metrics.total();
        long failed = Math.min(metrics.failed(), total);
        double success = total == 0 ? 100 : 100.0 * (total - failed) / total;
        return new Statistics(
                total,
                total - failed,
                failed,
                round(success),
                metrics.retries(),
                metrics.inFlight(),
                round(metrics.requestsPerSecond()));
    }

    private static double round(double value) {
        return Math.round(value * 1e3) / 1e3;
    }
}
