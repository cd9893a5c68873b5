package dev.lbctl.launcher.terminal;

import dev.lbctl.balancer.api.Event;
import dev.lbctl.balancer.api.HistoryReport;
import dev.lbctl.balancer.api.StatusReport;
import dev.lbctl.launcher.api.ClusterStatus;
import dev.lbctl.launcher.api.UsageReport;
import dev.lbctl.launcher.board.Command;
import dev.lbctl.launcher.board.Sample;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/** A cluster that answers what it is told to. */
final class ScriptedCluster implements Cluster {
    final Queue<String> done = new ConcurrentLinkedQueue<>();
    volatile StatusReport report = Sample.report();
    volatile String silence = "";
    volatile String refusal = "";

    @Override
    public ClusterStatus status() {
        return Sample.cluster();
    }

    @Override
    public UsageReport usage() {
        return new UsageReport(0, List.of());
    }

    @Override
    public StatusReport report() {
        if (!silence.isEmpty()) {
            throw new IllegalStateException(silence);
        }
        return report;
    }

    @Override
    public HistoryReport history(Instant after) {
        return Sample.history();
    }

    @Override
    public List<String> log(String node) {
        return List.of(node + " wrote this");
    }

    @Override
    public void follow(Consumer<Event> events) {
        events.accept(Sample.event(1, "server-3 was killed"));
    }

    @Override
    public void make(Command.Change change) {
        if (!refusal.isEmpty()) {
            throw new IllegalStateException(refusal);
        }
        done.add(change.asked());
    }
}
