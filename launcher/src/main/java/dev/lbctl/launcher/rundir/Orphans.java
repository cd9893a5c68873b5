package dev.lbctl.launcher.rundir;

import dev.lbctl.launcher.node.NodeRole;
import dev.lbctl.launcher.process.Child;
import dev.lbctl.launcher.process.GroupWatch;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The nodes of a cluster whose launcher is gone: they still serve, and nobody looks after them. */
public final class Orphans {
    private static final Duration GRACE = Duration.ofSeconds(10);

    private Orphans() {}

    /** Those that still run, the balancer first; empty while the launcher lives. */
    public static List<NodeRecord> of(RunDirectory directory) throws IOException {
        boolean supervised = directory
                .clusterRecord()
                .read()
                .map(ClusterRecord::launcherLives)
                .orElse(false);
        return supervised
                ? List.of()
                : directory.nodes().read().stream().filter(NodeRecord::lives).toList();
    }

    /**
     * Ends them: first the balancer, which finishes its requests, then the servers; each, with all that it
     * has started, by SIGTERM and after 10 s by SIGKILL. Then the run directory is cleared.
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
        GroupWatch groups = new GroupWatch();
        Map<Child, CompletableFuture<Void>> ends = new HashMap<>();
        for (NodeRecord node : nodes) {
            Child.adopt(node.process()).ifPresent(child -> ends.put(child, groups.empty(child)));
        }
        ends.keySet().forEach(Child::terminate);
        awaitAll(ends.values());
        ends.forEach((child, end) -> {
            if (!end.isDone()) {
                child.kill();
            }
        });
        awaitAll(ends.values());
    }

    private static void awaitAll(Collection<CompletableFuture<Void>> ends) {
        CompletableFuture.allOf(ends.toArray(CompletableFuture<?>[]::new))
                .completeOnTimeout(null, GRACE.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }
}
