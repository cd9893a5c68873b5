package dev.lbctl.launcher.supervisor;

import dev.lbctl.launcher.node.Answer;
import dev.lbctl.launcher.node.NodeState;
import dev.lbctl.launcher.supervisor.Membership.Ending;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** What a person may ask of one node. Runs on the supervisor's thread. */
final class Commands {
    private final Lifecycle lifecycle;
    private final StopLadder ladder;
    private final Prospect prospect;
    private final Surroundings surroundings;

    Commands(Lifecycle lifecycle, StopLadder ladder, Prospect prospect, Surroundings surroundings) {
        this.lifecycle = lifecycle;
        this.ladder = ladder;
        this.prospect = prospect;
        this.surroundings = surroundings;
    }

    /** Nothing for a node that runs already. */
    CompletableFuture<Answer> start(Node node) {
        if (lifecycle.isClosing()) {
            return refused("the cluster is stopping", "start it again with: lbctl up");
        }
        if (node.state() == NodeState.STOPPING) {
            return refused(node.name() + " is stopping", "wait until it has ended, or: lbctl kill " + node.name());
        }
        if (!node.state().isRunning()) {
            lifecycle.start(node);
        }
        return whenSettled(node);
    }

    /** Nothing for a node that does not run, except that a crashed one is not started again. */
    CompletableFuture<Answer> stop(Node node) {
        return stop(node, StopLadder.DRAIN);
    }

    /** The same, with another limit for the requests it has under way. */
    CompletableFuture<Answer> stop(Node node, Duration drain) {
        Life life = node.life();
        if (life == null || !node.state().isRunning()) {
            return rest(node, "stopped by you");
        }
        if (node.state() == NodeState.STOPPING) {
            return life.gone.thenApply(gone -> done(node));
        }
        return ladder.stop(node, life, drain).thenApply(gone -> done(node));
    }

    /** SIGKILL. The node stays down, unless {@code crash}: then its end counts as one. */
    CompletableFuture<Answer> kill(Node node, boolean crash) {
        Life life = node.life();
        if (life == null || !node.state().isRunning()) {
            return crash
                    ? refused(node.name() + " does not run", "first: lbctl start " + node.name())
                    : rest(node, "killed by you while it did not run");
        }
        if (crash && node.state() == NodeState.STOPPING) {
            return refused(node.name() + " is stopping", "to end it at once: lbctl kill " + node.name());
        }
        String pid = " (SIGKILL, pid " + life.child.pid() + ")";
        if (crash) {
            life.fault = "was killed by you (SIGKILL)";
            prospect.returns(node, node.restarts().delay(), endedNow("crashed"));
            tellKill(node, pid + "; it is started again by itself");
        } else {
            life.order = "killed by you" + pid;
            prospect.staysDown(node, endedNow("killed"));
            tellKill(node, pid + "; it stays down until: lbctl start " + node.name());
        }
        life.child.kill();
        return life.gone.thenApply(gone -> done(node));
    }

    /** Stop, if it runs, and start. */
    CompletableFuture<Answer> restart(Node node, OwnerThread owner) {
        Life life = node.life();
        CompletableFuture<Answer> stopped =
                life != null && node.state().isRunning() && node.state() != NodeState.STOPPING
                        ? ladder.pause(node, life).thenApply(gone -> done(node))
                        : stop(node);
        return stopped.thenCompose(answer -> owner.ask(() -> start(node)));
    }

    private void tellKill(Node node, String rest) {
        surroundings.events().tell("killed", node.name(), node.name() + " killed by you" + rest);
    }

    private Ending endedNow(String cause) {
        return new Ending(cause, surroundings.clock().instant());
    }

    private CompletableFuture<Answer> rest(Node node, String why) {
        if (node.state() == NodeState.CRASHED) {
            node.moveTo(NodeState.STOPPED, why);
            prospect.staysDown(node, null);
            surroundings.events().tell("stopped", node.name(), node.name() + " is not started again: " + why);
        }
        return CompletableFuture.completedFuture(done(node));
    }

    private static CompletableFuture<Answer> whenSettled(Node node) {
        Life life = node.life();
        return life == null || !node.state().isRunning()
                ? CompletableFuture.completedFuture(done(node))
                : life.settled.thenApply(settled -> done(node));
    }

    private static Answer done(Node node) {
        return new Answer.Done(node.view());
    }

    private static CompletableFuture<Answer> refused(String why, String hint) {
        return CompletableFuture.completedFuture(new Answer.Refused(why, hint));
    }
}
