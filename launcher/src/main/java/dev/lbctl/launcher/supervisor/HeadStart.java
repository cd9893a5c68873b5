package dev.lbctl.launcher.supervisor;

import dev.lbctl.launcher.node.NodeState;
import dev.lbctl.launcher.process.Child;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Who comes first when a cluster starts: the balancer and the first node of each pool. Where there are more nodes than cores, the
 * others would only keep these from the first answer. Their turn comes when the balancer is ready, or one that leads has failed,
 * or after a while. Runs on the supervisor's thread.
 */
final class HeadStart {
    /** Programs of one's own may take much longer to become ready, and are not to wait for each other. */
    private static final Duration LONGEST = Duration.ofMillis(1500);

    private final Fleet fleet;
    private final int cores;
    private final Lifecycle lifecycle;
    private final OwnerThread owner;
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private List<Node> behind = List.of();

    HeadStart(Fleet fleet, int cores, Lifecycle lifecycle, OwnerThread owner) {
        this.fleet = fleet;
        this.cores = cores;
        this.lifecycle = lifecycle;
        this.owner = owner;
    }

    /**
     * Adopts what still runs, by node name, and then starts all of the rest; of a cluster that is new, those who lead. The balancer is
     * the last of them: a server that it finds closed has to pass more probes than one.
     */
    void begin(Map<String, Child> survivors) {
        if (survivors.isEmpty() && fleet.all().size() > cores) {
            behind = fleet.all().stream().filter(node -> !leads(node)).toList();
            behind.forEach(node -> node.member(false)); // the balancer is not to look for them yet; they join
        }
        fleet.others().stream().filter(node -> !behind.contains(node)).forEach(node -> begin(node, survivors));
        fleet.balancer().ifPresent(node -> begin(node, survivors));
        if (behind.isEmpty()) {
            end();
        } else {
            owner.after(LONGEST, this::end);
        }
    }

    private boolean leads(Node node) {
        return node.spec().isBalancer() || fleet.firsts().containsValue(node.spec());
    }

    private void begin(Node node, Map<String, Child> survivors) {
        Child survivor = survivors.get(node.name());
        if (survivor == null) {
            lifecycle.start(node);
        } else {
            lifecycle.adopt(node, survivor);
        }
    }

    /** Finds out whether it is the others' turn; to be called after each change of a node. */
    void look() {
        boolean failed = fleet.others().stream()
                .anyMatch(node -> !behind.contains(node)
                        && node.state() != NodeState.STARTING
                        && node.state() != NodeState.READY);
        if (failed || fleet.balancerIsReady()) {
            end();
        }
    }

    /** Completes when everybody was started. */
    CompletableFuture<Void> over() {
        return over.copy();
    }

    private void end() {
        List<Node> next = behind;
        behind = List.of();
        next.stream().filter(this::isWanted).forEach(lifecycle::start);
        over.complete(null);
    }

    /** A person may have been quicker. */
    private boolean isWanted(Node node) {
        return !lifecycle.isClosing() && node.life() == null && fleet.all().contains(node);
    }
}
