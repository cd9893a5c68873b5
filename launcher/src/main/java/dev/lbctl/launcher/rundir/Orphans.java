package dev.lbctl.launcher.rundir;

import dev.lbctl.launcher.node.NodeRole;
import dev.lbctl.launcher.process.Child;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The nodes of a cluster whose launcher is gone: they still serve, and nobody looks after them. */
public final class Orphans {
    private static final Duration GRACE = Duration.ofSeconds(10);

    private Orphans() {}

    /** Those that still run, the balancer first; empty while the launcher lives. */
    public static List<NodeRecord> of(RunDirectory directory) throws IOException {
        boolean supervised =
                directory.clusterRecord().map(ClusterRecord::launcherLives).orElse(false);
        return supervised
                ? List.of()
                : directory.nodeRecords().stream().filter(NodeRecord::lives).toList();
    }

    /**
     * Ends them: first the balancer, which finishes its requests, then the servers; each with SIGTERM and after 10 s with
     * SIGKILL. Then the run directory is cleared.
     *
     * @return those that were ended; empty also when a launcher has the cluster
     */
    public static List<NodeRecord> end(RunDirectory directory) throws IOException {
        RunLock lock = directory.lock().orElse(null);
        if (lock == null) {
            return List.of();
        }
        try (lock) {
            List<NodeRecord> running = of(directory);
            for (NodeRole role : NodeRole.values()) {
                end(running.stream().filter(node -> node.role() == role).toList());
            }
            directory.forget();
            return running;
        }
    }

    private static void end(List<NodeRecord> nodes) {
        children(nodes).forEach(Child::terminate);
        awaitEnd(nodes);
        children(nodes).forEach(Child::kill);
        awaitEnd(nodes);
    }

    private static void awaitEnd(List<NodeRecord> nodes) {
        CompletableFuture<?>[] ends = children(nodes).map(Child::exit).toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(ends)
                .completeOnTimeout(null, GRACE.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    /** Looked up again before every signal: a pid may have gone to somebody else meanwhile. */
    private static Stream<Child> children(List<NodeRecord> nodes) {
        return nodes.stream().flatMap(node -> Child.adopt(node.process()).stream());
    }
}
