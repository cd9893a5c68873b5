package dev.lbctl.launcher.terminal;

import dev.lbctl.balancer.api.BackendStatus;
import dev.lbctl.balancer.api.Statistics;
import dev.lbctl.balancer.api.StatusReport;
import dev.lbctl.launcher.api.ClusterStatus;
import dev.lbctl.launcher.api.NodeStatus;
import dev.lbctl.launcher.console.Usage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What launcher and balancer said last, and whether they still answer.
 *
 * @param happened the last events of both, the newest first
 * @param usage what nodes take of the machine, by name, as far as that is known
 */
record Facts(
        Reading<ClusterStatus> cluster,
        Reading<StatusReport> balancer,
        List<dev.lbctl.balancer.api.Event> happened,
        Map<String, Usage> usage) {
    static final Facts NONE = new Facts(Reading.none(), Reading.none(), List.of(), Map.of());
    private static final int EVENTS_KEPT = 50;

    /**
     * One side's last answer.
     *
     * @param value null until it answered once
     * @param at when it answered; the epoch until then
     * @param problem why it did not answer since, null while it does
     */
    record Reading<T>(
            @Nullable T value, Instant at, @Nullable String problem) {
        static <T> Reading<T> none() {
            return new Reading<>(null, Instant.EPOCH, null);
        }

        static <T> Reading<T> answered(T value, Instant at) {
            return new Reading<>(value, at, null);
        }

        Reading<T> silent(String why) {
            return new Reading<>(value, at, why);
        }
    }

    /** A node and the backend of the same name; one of the two may be missing, never both. */
    record Row(
            String name,
            @Nullable NodeStatus node,
            @Nullable BackendStatus backend,
            @Nullable Traffic traffic) {}

    /** What went through a backend, or through the balancer as a whole. */
    record Traffic(long active, long requests, long failed) {}

    Facts withStatus(Reading<ClusterStatus> status) {
        return new Facts(status, balancer, happened, usage);
    }

    Facts withReport(Reading<StatusReport> report) {
        return new Facts(cluster, report, happened, usage);
    }

    Facts withUsage(Map<String, Usage> newUsage) {
        return new Facts(cluster, balancer, happened, newUsage);
    }

    /** With one event more; the same one told again, as after a new connection, changes nothing. */
    Facts with(dev.lbctl.balancer.api.Event event) {
        if (happened.contains(event)) {
            return this;
        }
        List<dev.lbctl.balancer.api.Event> newest = Stream.concat(Stream.of(event), happened.stream())
                .sorted(Comparator.comparing(dev.lbctl.balancer.api.Event::time).reversed())
                .limit(EVENTS_KEPT)
                .toList();
        return new Facts(cluster, balancer, newest, usage);
    }

    /** The launcher's nodes in its order, then the backends that it does not run. */
    List<Row> rows() {
        Map<String, BackendStatus> backends = new LinkedHashMap<>();
        backends().forEach(backend -> backends.put(backend.name(), backend));
        List<Row> rows = new ArrayList<>();
        nodes().forEach(node -> rows.add(row(node, backends.remove(node.name()))));
        backends.forEach((name, backend) -> rows.add(new Row(name, null, backend, through(backend))));
        return rows;
    }

    List<BackendStatus> backends() {
        StatusReport report = balancer.value();
        return report == null ? List.of() : report.backendServers();
    }

    /** Why the screen is not up to date, one sentence for each side that does not answer. */
    List<String> problems(Instant now) {
        return Stream.of(problem("launcher", cluster, now), problem("balancer", balancer, now))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    private Row row(NodeStatus node, @Nullable BackendStatus backend) {
        if (backend != null) {
            return new Row(node.name(), node, backend, through(backend));
        }
        return new Row(node.name(), node, null, node.role().equals("balancer") ? throughBalancer() : null);
    }

    private @Nullable Traffic throughBalancer() {
        StatusReport report = balancer.value();
        if (report == null) {
            return null;
        }
        Statistics whole = report.statistics();
        return new Traffic(whole.inFlight(), whole.totalRequests(), whole.failedRequests());
    }

    private static Traffic through(BackendStatus backend) {
        return new Traffic(backend.activeConnections(), backend.totalRequests(), backend.failedRequests());
    }

    private List<NodeStatus> nodes() {
        ClusterStatus status = cluster.value();
        return status == null ? List.of() : status.nodes();
    }

    private static @Nullable String problem(String side, Reading<?> reading, Instant now) {
        if (reading.problem() == null) {
            return null;
        }
        String since = reading.value() == null
                ? ", nothing known yet"
                : " for " + Duration.between(reading.at(), now).toSeconds() + " s, shown is what it said last";
        return side + " silent" + since + ": " + reading.problem();
    }
}
