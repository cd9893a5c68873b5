package dev.lbctl.launcher.supervisor;

import dev.lbctl.launcher.node.Answer;
import dev.lbctl.launcher.node.Fault;
import dev.lbctl.launcher.node.NodeState;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Has sample servers misbehave for a while, each told by its file. Runs on the supervisor's thread. */
final class Faults {
    private final Surroundings surroundings;
    private final OwnerThread owner;

    Faults(Surroundings surroundings, OwnerThread owner) {
        this.surroundings = surroundings;
        this.owner = owner;
    }

    /** In place of one that it may have; null ends that. */
    CompletableFuture<Answer> set(Node node, @Nullable Fault fault) {
        Answer refusal = refusal(node);
        if (refusal != null) {
            return CompletableFuture.completedFuture(refusal);
        }
        boolean nothingToEnd = fault == null && node.fault() == null;
        try {
            surroundings.directory().faults().tell(node.name(), fault);
        } catch (IOException e) {
            return refused("the fault cannot be told: " + e.getMessage(), "look at the run directory");
        }
        node.fault(fault);
        if (fault != null) {
            long seconds = Math.round(fault.left(surroundings.clock().instant()).toMillis() / 1000.0);
            tell(
                    "fault",
                    node,
                    node.name() + " " + fault.words() + " from now on, for " + seconds + " s, as you wished");
            expire(node, fault);
        } else if (!nothingToEnd) {
            tell("fault_over", node, node.name() + " behaves again: you ended its fault");
        }
        return CompletableFuture.completedFuture(new Answer.Done(node.view()));
    }

    /** A node that was adopted still has what it was told by an earlier launcher. */
    void resume(Node node) {
        surroundings.directory().faults().told(node.name()).ifPresent(fault -> {
            node.fault(fault);
            expire(node, fault);
        });
    }

    private void expire(Node node, Fault fault) {
        owner.after(fault.left(surroundings.clock().instant()), () -> {
            if (fault.equals(node.fault()) && node.state() == NodeState.READY) {
                node.fault(null);
                tell("fault_over", node, node.name() + " behaves again: the time of its fault is over");
            }
        });
    }

    private static @Nullable Answer refusal(Node node) {
        if (!node.spec().takesFaults()) {
            return new Answer.Refused(
                    node.name() + " is no sample server",
                    "faults go into those alone; kill, stop and drain work for any");
        }
        return node.state() == NodeState.READY
                ? null
                : new Answer.Refused(node.name() + " is not ready", "first: lbctl start " + node.name());
    }

    private static CompletableFuture<Answer> refused(String why, String hint) {
        return CompletableFuture.completedFuture(new Answer.Refused(why, hint));
    }

    private void tell(String type, Node node, String message) {
        surroundings.events().tell(type, node.name(), message);
    }
}
