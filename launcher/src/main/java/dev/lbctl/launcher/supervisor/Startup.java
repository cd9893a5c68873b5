package dev.lbctl.launcher.supervisor;

import dev.lbctl.launcher.log.LifeLog;
import dev.lbctl.launcher.log.NodeLog;
import dev.lbctl.launcher.node.NodeView;
import dev.lbctl.launcher.node.StartResult;
import dev.lbctl.launcher.node.StartRule;
import dev.lbctl.launcher.process.Child;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The cluster's start, watched until it serves or cannot. Runs on the supervisor's thread. */
final class Startup {
    private static final Duration ADMISSION = Duration.ofSeconds(3);
    private static final int LAST_LINES = 10;

    private final Fleet fleet;
    private final HeadStart headStart;
    private final Faults faults;
    private final Membership membership;
    private final CompletableFuture<StartResult> result = new CompletableFuture<>();
    /** What each node has written since, by its name. */
    private final Map<String, LifeLog> logs = new HashMap<>();

    private @Nullable CompletableFuture<Void> admission;
    private @Nullable NodeView culprit;

    Startup(Fleet fleet, HeadStart headStart, Faults faults, Membership membership) {
        this.fleet = fleet;
        this.headStart = headStart;
        this.faults = faults;
        this.membership = membership;
    }

    /** Adopts what still runs, by node name, and starts the rest. */
    void begin(Map<String, Child> survivors) {
        fleet.all()
                .forEach(node -> logs.put(node.name(), new NodeLog(node.spec().log()).fromNow()));
        headStart.begin(survivors);
        fleet.all().stream().filter(node -> survivors.containsKey(node.name())).forEach(faults::resume);
    }

    /** Looks after each change of a node who is next. */
    void proceed() {
        headStart.look();
    }

    /** Completes when everybody was started. */
    CompletableFuture<Void> underWay() {
        return headStart.over();
    }

    CompletableFuture<StartResult> result() {
        return result.copy();
    }

    /** Whether the cluster can no longer come up. */
    boolean hasFailed() {
        if (culprit == null && !result.isDone()) {
            culprit = StartRule.failure(fleet.views()).orElse(null);
        }
        return culprit != null;
    }

    /** Completes when the balancer serves with every server that is ready; empty before anybody is waited for no more. */
    Optional<CompletableFuture<Void>> serving() {
        if (admission == null && headStart.over().isDone() && StartRule.isComplete(fleet.views())) {
            Set<String> ready = fleet.readyServers().stream().map(Node::name).collect(Collectors.toSet());
            admission = membership.awaitServing(ready, ADMISSION);
            return Optional.of(admission);
        }
        return Optional.empty();
    }

    void succeeded() {
        result.complete(new StartResult.Started(fleet.views()));
    }

    /** Nothing runs any more. */
    void ended() {
        result.complete(
                culprit == null ? new StartResult.Abandoned() : new StartResult.Failed(culprit, lastLines(culprit)));
    }

    private List<String> lastLines(NodeView node) {
        LifeLog log = logs.get(node.name());
        try {
            return log == null ? List.of() : log.tail(LAST_LINES);
        } catch (IOException e) {
            return List.of("(cannot read " + log.path() + ": " + e.getMessage() + ")");
        }
    }
}
