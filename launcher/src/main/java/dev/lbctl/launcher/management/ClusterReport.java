package dev.lbctl.launcher.management;

import dev.lbctl.balancer.api.Version;
import dev.lbctl.launcher.api.ClusterStatus;
import dev.lbctl.launcher.api.FaultStatus;
import dev.lbctl.launcher.api.NodeList;
import dev.lbctl.launcher.api.NodeStatus;
import dev.lbctl.launcher.api.UsageReport;
import dev.lbctl.launcher.node.Fault;
import dev.lbctl.launcher.node.NodeView;
import dev.lbctl.launcher.process.Consumption;
import dev.lbctl.launcher.rundir.ClusterRecord;
import dev.lbctl.launcher.supervisor.Supervisor;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the supervisor knows, as the wire's records. */
public final class ClusterReport {
    private static final double MILLIS = 1000.0;

    private final ClusterRecord cluster;
    private final Supervisor supervisor;
    private final InstantSource clock;

    public ClusterReport(ClusterRecord cluster, Supervisor supervisor, InstantSource clock) {
        this.cluster = cluster;
        this.supervisor = supervisor;
        this.clock = clock;
    }

    public CompletableFuture<ClusterStatus> status() {
        return supervisor
                .nodes()
                .thenApply(nodes -> new ClusterStatus(
                        cluster.cluster(),
                        Version.CURRENT,
                        supervisor.phase().key(),
                        cluster.launcher().pid(),
                        secondsSince(cluster.launcher().started()),
                        urls(),
                        toWire(nodes)));
    }

    public CompletableFuture<NodeList> nodes() {
        return supervisor.nodes().thenApply(nodes -> new NodeList(toWire(nodes)));
    }

    public CompletableFuture<UsageReport> usage() {
        return supervisor
                .nodes()
                .thenApplyAsync(nodes -> new UsageReport(
                        secondsSince(cluster.launcher().started()),
                        nodes.stream().flatMap(ClusterReport::usage).toList()));
    }

    private static Stream<UsageReport.NodeUsage> usage(NodeView node) {
        Long pid = node.pid();
        return pid == null
                ? Stream.empty()
                : Consumption.of(pid).stream()
                        .map(taken -> new UsageReport.NodeUsage(
                                node.name(), pid, taken.cpuSeconds(), taken.residentBytes(), taken.openFiles()));
    }

    NodeStatus toWire(NodeView node) {
        Instant since = node.since();
        return new NodeStatus(
                node.name(),
                node.spec().role().key(),
                node.spec().address().toString(),
                node.pid(),
                node.state().key(),
                node.crashes(),
                since == null ? 0 : secondsSince(since),
                node.reason(),
                node.spec().log().toString(),
                node.spec().takesFaults() ? toWire(node.fault()) : null);
    }

    private FaultStatus toWire(@Nullable Fault fault) {
        Duration left = fault == null ? Duration.ZERO : fault.left(clock.instant());
        return fault == null || left.isZero()
                ? FaultStatus.NONE
                : new FaultStatus(
                        fault.words(), fault.delayMs(), fault.errorRate(), fault.hang(), left.toMillis() / MILLIS);
    }

    private List<NodeStatus> toWire(List<NodeView> nodes) {
        return nodes.stream().map(this::toWire).toList();
    }

    private ClusterStatus.Urls urls() {
        String management = cluster.management().url();
        return new ClusterStatus.Urls(
                cluster.listener().url(), cluster.admin().url(), management, management + "/dashboard");
    }

    private double secondsSince(Instant start) {
        return Math.max(0, Duration.between(start, clock.instant()).toMillis()) / MILLIS;
    }
}
