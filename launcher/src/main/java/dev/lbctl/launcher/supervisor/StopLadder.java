package dev.lbctl.launcher.supervisor;

import dev.lbctl.config.StopConfig;
import dev.lbctl.launcher.node.NodeRole;
import dev.lbctl.launcher.node.NodeSpec;
import dev.lbctl.launcher.node.NodeState;
import dev.lbctl.launcher.supervisor.Membership.Ending;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;

/** How a node ends in good order: drain, its stop signal, after a while SIGKILL, leave. Runs on the supervisor's thread. */
final class StopLadder {
    /** How long a server may finish its requests when nobody says otherwise. */
    static final Duration DRAIN = Duration.ofSeconds(30);

    private final Fleet fleet;
    private final Surroundings surroundings;
    private final OwnerThread owner;
    private final Prospect prospect;

    StopLadder(Fleet fleet, Surroundings surroundings, OwnerThread owner, Prospect prospect) {
        this.fleet = fleet;
        this.surroundings = surroundings;
        this.owner = owner;
        this.prospect = prospect;
    }

    /** Ends a node that runs, a server only once its requests are done. Completes when it is gone. */
    CompletableFuture<Void> stop(Node node, Life life, Duration drain) {
        return stop(node, life, drain, prospect.staysDown(node, new Ending("stopped", null)));
    }

    /** The same with a node that is started again right after it. */
    CompletableFuture<Void> pause(Node node, Life life) {
        Duration atMost = DRAIN.plus(node.spec().care().stop().timeout());
        return stop(node, life, DRAIN, prospect.returns(node, atMost, new Ending("restarted", null)));
    }

    private CompletableFuture<Void> stop(Node node, Life life, Duration drain, CompletableFuture<Void> foretold) {
        begin(node, life, "stopped by you");
        node.member(false);
        boolean drains = node.spec().role() == NodeRole.SERVER && fleet.balancerIsReady();
        CompletableFuture<Void> drained = drains ? foretold.thenCompose(told -> drain(node.name(), drain)) : foretold;
        owner.when(drained, idle -> terminate(node.spec(), life));
        return life.gone.thenCompose(gone -> leave(node));
    }

    private CompletableFuture<Void> drain(String server, Duration limit) {
        return surroundings.membership().drain(server, limit);
    }

    /** Ends these nodes at once, without draining: nobody sends them anything any more. Completes when all are gone. */
    CompletableFuture<Void> endAll(Collection<Node> nodes) {
        return CompletableFuture.allOf(nodes.stream().map(this::end).toArray(CompletableFuture<?>[]::new));
    }

    /** SIGKILL for whoever still runs. */
    void killAll(Collection<Node> nodes) {
        for (Node node : nodes) {
            Life life = node.life();
            if (life != null && node.state().isRunning()) {
                life.order = "the cluster was stopped at once";
                life.child.kill();
            }
        }
    }

    private CompletableFuture<Void> end(Node node) {
        Life life = node.life();
        if (life == null || !node.state().isRunning()) {
            if (node.state() == NodeState.CRASHED) {
                node.moveTo(NodeState.STOPPED, "the cluster was stopped");
            }
            return CompletableFuture.completedFuture(null);
        }
        begin(node, life, "the cluster was stopped");
        terminate(node.spec(), life);
        return life.gone;
    }

    private void begin(Node node, Life life, String order) {
        life.order = order;
        if (node.state() != NodeState.STOPPING) {
            node.moveTo(NodeState.STOPPING, "finishing what it has");
            surroundings.events().tell("stopping", node.name(), node.name() + " is finishing its requests, then ends");
        }
    }

    private void terminate(NodeSpec spec, Life life) {
        StopConfig stop = spec.care().stop();
        if (!life.gone.isDone()) {
            life.child.signal(stop.signal().name());
            owner.after(stop.timeout(), () -> {
                if (!life.gone.isDone()) {
                    life.child.kill();
                }
            });
        }
    }

    /** A balancer that is not ready is started without it anyway. */
    private CompletableFuture<Void> leave(Node node) {
        return node.spec().role() != NodeRole.SERVER || !fleet.balancerIsReady()
                ? CompletableFuture.completedFuture(null)
                : surroundings.membership().leave(node.name());
    }
}
