package dev.lbctl.launcher.facts;

import dev.lbctl.balancer.api.BackendStatus;
import dev.lbctl.balancer.api.Event;
import dev.lbctl.balancer.api.StatusReport;
import dev.lbctl.launcher.api.ClusterStatus;
import dev.lbctl.launcher.console.Usage;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What launcher and balancer said last, and whether they still answer.
 *
 * @param happened the last events of both, the newest first
 * @param usage what nodes take of the machine, by name, as far as that is known
 */
public record Facts(
        Reading<ClusterStatus> cluster,
        Reading<StatusReport> balancer,
        List<Event> happened,
        Map<String, Usage> usage,
        Trend trend,
        Log log) {
    /** Before anybody answered. */
    public static final Facts NONE =
            new Facts(Reading.none(), Reading.none(), List.of(), Map.of(), Trend.NONE, new Log("", List.of()));

    private static final int EVENTS_KEPT = 100;

    /** The last lines that a node wrote, the oldest first; the name is empty before any was read. */
    public record Log(String node, List<String> lines) {}

    /** The launcher's nodes in its order, then the backends that it does not run. */
    public List<Row> rows() {
        return Rows.of(this);
    }

    public List<BackendStatus> backends() {
        StatusReport report = balancer.value();
        return report == null ? List.of() : report.backendServers();
    }

    /** Why this is not how it is now, one sentence for each side that does not answer. */
    public List<String> problems(Instant now) {
        return Stream.of(cluster.trouble("launcher", now), balancer.trouble("balancer", now))
                .flatMap(Optional::stream)
                .toList();
    }

    Facts withCluster(Reading<ClusterStatus> reading) {
        return new Facts(reading, balancer, happened, usage, trend, log);
    }

    Facts withBalancer(Reading<StatusReport> reading) {
        return new Facts(cluster, reading, happened, usage, trend, log);
    }

    Facts withUsage(Map<String, Usage> newUsage) {
        return new Facts(cluster, balancer, happened, newUsage, trend, log);
    }

    Facts withTrend(Trend newTrend) {
        return new Facts(cluster, balancer, happened, usage, newTrend, log);
    }

    Facts withLog(Log newLog) {
        return new Facts(cluster, balancer, happened, usage, trend, newLog);
    }

    /** With one event more; the same one told again, as after a new connection, changes nothing. */
    Facts with(Event event) {
        if (happened.contains(event)) {
            return this;
        }
        List<Event> newest = Stream.concat(Stream.of(event), happened.stream())
                .sorted(Comparator.comparing(Event::time).reversed())
                .limit(EVENTS_KEPT)
                .toList();
        return new Facts(cluster, balancer, newest, usage, trend, log);
    }
}
