package dev.lbctl.launcher.terminal;

import dev.lbctl.balancer.api.Event;
import dev.lbctl.balancer.api.HistoryReport;
import dev.lbctl.balancer.api.StatusReport;
import dev.lbctl.launcher.api.ClusterStatus;
import dev.lbctl.launcher.api.UsageReport;
import dev.lbctl.launcher.board.Command;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * The cluster as the dashboard reaches it. Every method may block for seconds and is called from several threads; an
 * unchecked exception says in its message what went wrong, and ends nothing.
 */
public interface Cluster {
    /** What the launcher says. */
    ClusterStatus status();

    /** What the launcher says of what its nodes take of the machine. */
    UsageReport usage();

    /** What the balancer says. */
    StatusReport report();

    /** What the balancer says of how the time since then went. */
    HistoryReport history(Instant after);

    /** The last lines that a node has written. */
    List<String> log(String node);

    /** Hands over the cluster's events as they come, the last ones first; returns when the launcher has no more. */
    void follow(Consumer<Event> events);

    /** Makes a change and returns when it is made. */
    void make(Command.Change change);
}
