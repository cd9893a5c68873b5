package dev.lbctl.launcher.supervisor;

import dev.lbctl.launcher.node.NodeView;
import dev.lbctl.launcher.node.RollingView;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One rolling restart: who is next, who is under way, who is back. Owned by the supervisor's thread. */
final class Round {
    private final int maxUnavailable;
    private final Deque<String> waiting;
    private final Set<String> underWay = new LinkedHashSet<>();
    private final List<String> restarted = new ArrayList<>();
    private @Nullable NodeView failed;
    private boolean running;

    Round(List<String> nodes, int maxUnavailable) {
        this.waiting = new ArrayDeque<>(nodes);
        this.maxUnavailable = maxUnavailable;
        this.running = !nodes.isEmpty();
    }

    int maxUnavailable() {
        return maxUnavailable;
    }

    boolean isRunning() {
        return running;
    }

    /** Whoever is to be restarted now; from then on it is under way. Nobody after a failure, or while too many are. */
    Optional<String> next() {
        if (failed != null || underWay.size() >= maxUnavailable || waiting.isEmpty()) {
            return Optional.empty();
        }
        String name = waiting.removeFirst();
        underWay.add(name);
        return Optional.of(name);
    }

    void back(String name) {
        underWay.remove(name);
        restarted.add(name);
    }

    void failed(NodeView node) {
        underWay.remove(node.name());
        failed = failed == null ? node : failed;
    }

    /** Whether nobody is under way and nobody will be. */
    boolean isOver() {
        return running && underWay.isEmpty() && (failed != null || waiting.isEmpty());
    }

    void close() {
        running = false;
    }

    /** Who is not back, those under way first. */
    List<String> left() {
        return Stream.concat(underWay.stream(), waiting.stream()).toList();
    }

    List<String> untouched() {
        return List.copyOf(waiting);
    }

    RollingView view() {
        return new RollingView(running, List.copyOf(restarted), left(), failed);
    }
}
