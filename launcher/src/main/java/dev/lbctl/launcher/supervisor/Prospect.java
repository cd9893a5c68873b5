package dev.lbctl.launcher.supervisor;

import dev.lbctl.launcher.node.NodeRole;
import dev.lbctl.launcher.node.NodeSpec;
import dev.lbctl.launcher.supervisor.Membership.Ending;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Tells the balancer whether a server that ends comes back, so that requests may wait for it. Runs on the supervisor's thread. */
final class Prospect {
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Fleet fleet;
    private final Membership membership;

    Prospect(Fleet fleet, Membership membership) {
        this.fleet = fleet;
        this.membership = membership;
    }

    /** It is started again after this time, and then has as long as it may take to be ready. */
    CompletableFuture<Void> returns(Node node, Duration after, @Nullable Ending ending) {
        NodeSpec spec = node.spec();
        Duration within = after.plus(spec.health().startTimeout());
        return tell(node, within.compareTo(LONGEST) < 0 ? within : LONGEST, ending);
    }

    /** It stays down until somebody starts it. */
    CompletableFuture<Void> staysDown(Node node, @Nullable Ending ending) {
        return tell(node, Duration.ZERO, ending);
    }

    private CompletableFuture<Void> tell(Node node, Duration within, @Nullable Ending ending) {
        return node.spec().role() == NodeRole.SERVER && fleet.balancerIsReady()
                ? membership.expect(node.name(), within, ending)
                : CompletableFuture.completedFuture(null);
    }
}
