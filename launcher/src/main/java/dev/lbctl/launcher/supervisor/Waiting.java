package dev.lbctl.launcher.supervisor;

import dev.lbctl.launcher.event.EventRing;
import dev.lbctl.launcher.node.NodeSpec;
import dev.lbctl.launcher.node.NodeState;
import dev.lbctl.launcher.process.PortHolder;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Tells a person who waits for a node what is waited for: after five seconds, or sooner, when its program listens elsewhere for
 * two looks in a row. Runs on the supervisor's thread.
 */
final class Waiting {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final OwnerThread owner;
    private final EventRing events;

    Waiting(OwnerThread owner, EventRing events) {
        this.owner = owner;
        this.events = events;
    }

    /** Of a node whose process was started just now. A balancer and a sample server listen where they should, if at all. */
    void begin(Node node, Life life) {
        if (node.spec().takesFaults()) {
            owner.after(PATIENCE, () -> tell(node, life, PATIENCE));
        } else if (!node.spec().isBalancer()) {
            owner.after(LOOK, () -> look(node, life, new Look(LOOK, Set.of())));
        }
    }

    /**
     * Where it listened when it was looked at.
     *
     * @param time since its start
     */
    private record Look(Duration time, Set<Integer> ports) {

        /** Programs may listen for a debugger, say, before they do on their port. */
        boolean isEvident(NodeSpec spec, Set<Integer> now) {
            return !now.isEmpty()
                    && now.equals(ports)
                    && !now.contains(spec.address().port());
        }
    }

    private void look(Node node, Life life, Look last) {
        if (isWaitedFor(node, life)) {
            owner.when(CompletableFuture.supplyAsync(() -> PortHolder.portsOf(life.child)), ports -> {
                if (last.isEvident(node.spec(), ports) || last.time().compareTo(PATIENCE) >= 0) {
                    tell(node, life, last.time());
                } else {
                    Look next = new Look(last.time().plus(LOOK), ports);
                    owner.after(LOOK, () -> look(node, life, next));
                }
            });
        }
    }

    private void tell(Node node, Life life, Duration time) {
        NodeSpec spec = node.spec();
        if (isWaitedFor(node, life)) {
            owner.when(
                    CompletableFuture.supplyAsync(() -> Cause.ofSilence(spec, life.child, time)),
                    cause -> events.tell("waiting", node.name(), node.name() + " is not ready yet: it " + cause));
        }
    }

    private static boolean isWaitedFor(Node node, Life life) {
        return node.state() == NodeState.STARTING && node.life() == life;
    }
}
