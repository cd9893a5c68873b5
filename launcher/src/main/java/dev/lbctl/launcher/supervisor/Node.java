package dev.lbctl.launcher.supervisor;

import dev.lbctl.launcher.node.Fault;
import dev.lbctl.launcher.node.NodeSpec;
import dev.lbctl.launcher.node.NodeState;
import dev.lbctl.launcher.node.NodeView;
import dev.lbctl.launcher.node.RestartRule;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One supervised process and what we know of it. Owned by the supervisor's thread. */
final class Node {
    private final Runnable changed;
    private NodeSpec spec;
    private NodeState state = NodeState.STOPPED;
    private String reason = "not started yet";
    private RestartRule restarts = RestartRule.FRESH;
    private @Nullable Life life;
    private boolean member = true;
    private @Nullable Fault fault;

    Node(NodeSpec spec, Runnable changed) {
        this.spec = spec;
        this.changed = changed;
    }

    NodeSpec spec() {
        return spec;
    }

    String name() {
        return spec.name();
    }

    NodeState state() {
        return state;
    }

    RestartRule restarts() {
        return restarts;
    }

    /** Its present or last process; null before the first. */
    @Nullable
    Life life() {
        return life;
    }

    /** Whether the balancer should have it: not once it was stopped in good order. */
    boolean isMember() {
        return member;
    }

    void member(boolean wanted) {
        member = wanted;
    }

    /** How it misbehaves on purpose; null when it does not. */
    @Nullable
    Fault fault() {
        return fault;
    }

    void fault(@Nullable Fault wanted) {
        fault = wanted;
        changed.run();
    }

    void moveTo(NodeState next, String why) {
        if (!state.canBecome(next)) {
            throw new IllegalStateException(name() + " cannot go from " + state.key() + " to " + next.key());
        }
        state = next;
        reason = why;
        changed.run();
    }

    /** Has a process now, which serves at this spec's address. */
    void begin(NodeSpec running, Life begun) {
        spec = running;
        life = begun;
        fault = null;
    }

    /** Runs this where it is, from its next start on. */
    void define(NodeSpec other) {
        spec = other.at(spec.address());
    }

    void crashed(Instant now) {
        Instant ready = life == null ? null : life.ready;
        restarts = restarts.crashed(now, ready == null ? Duration.ZERO : Duration.between(ready, now));
    }

    NodeView view() {
        Life running = state.isRunning() ? life : null;
        return new NodeView(
                spec,
                state,
                reason,
                running == null ? null : running.child.pid(),
                running == null ? null : running.child.identity().started(),
                restarts.crashes(),
                running == null ? null : fault);
    }
}
