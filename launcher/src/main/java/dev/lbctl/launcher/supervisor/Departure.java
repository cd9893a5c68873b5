package dev.lbctl.launcher.supervisor;

import dev.lbctl.launcher.node.NodeSpec;
import dev.lbctl.launcher.node.NodeState;
import dev.lbctl.launcher.process.Exit;
import dev.lbctl.launcher.process.GroupWatch;
import dev.lbctl.launcher.supervisor.Membership.Ending;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** How a node ends, asked to or not, and whether it comes back. Runs on the supervisor's thread. */
final class Departure {
    private final Surroundings surroundings;
    private final OwnerThread owner;
    private final Prospect prospect;
    private final Consumer<Node> again;
    private final GroupWatch groups = new GroupWatch();
    private boolean closing;

    /** @param again starts a node that comes back */
    Departure(Surroundings surroundings, OwnerThread owner, Prospect prospect, Consumer<Node> again) {
        this.surroundings = surroundings;
        this.owner = owner;
        this.prospect = prospect;
        this.again = again;
    }

    /** From now on nothing is started again. */
    void close() {
        closing = true;
        surroundings.events().tell("stopping", null, "the cluster is stopping");
    }

    boolean isClosing() {
        return closing;
    }

    /** What a process leaves behind that ended unasked has nobody to tell it what to do, and may hold its port. */
    void exited(Node node, Life life, Exit exit) {
        if (life.order == null) {
            life.child.kill();
            foretell(node, life, exit);
        }
        owner.when(groups.empty(life.child), empty -> ended(node, life, exit));
    }

    /** As soon as it is known, since requests may be waiting to hear of it. */
    private void foretell(Node node, Life life, Exit exit) {
        boolean comesBack = !closing && (life.fault != null || wantsRestart(node.spec(), exit));
        String cause = comesBack || !exit.isSuccess() ? "crashed" : "stopped";
        Ending ending = new Ending(cause, surroundings.clock().instant());
        if (comesBack) {
            prospect.returns(node, node.restarts().delay(), ending);
        } else {
            prospect.staysDown(node, ending);
        }
    }

    /** Neither the process nor anything that it has started runs any more. */
    private void ended(Node node, Life life, Exit exit) {
        if (closing && life.order == null) {
            life.order = "ended while the cluster was stopping";
        }
        if (life.order != null) {
            stopped(node, life, life.order);
        } else if (life.fault == null && !wantsRestart(node.spec(), exit)) {
            finished(node, life, exit);
        } else {
            crashed(node, life, exit);
        }
        life.settled.complete(null);
        life.gone.complete(null);
    }

    private static boolean wantsRestart(NodeSpec spec, Exit exit) {
        return switch (spec.care().restart()) {
            case ALWAYS -> true;
            case ON_FAILURE -> !exit.isSuccess();
            case NEVER -> false;
        };
    }

    private void finished(Node node, Life life, Exit exit) {
        String restart = node.spec().care().restart().key();
        node.moveTo(NodeState.STOPPED, exit + "; restart: " + restart);
        String message = node.name() + " (pid " + life.child.pid() + ") " + exit + lastWords(life);
        tell("ended", node, message + "; it is not started again (restart: " + restart + ")");
    }

    /** A kill has told its story already, when it was ordered. */
    private void stopped(Node node, Life life, String order) {
        boolean orderly = node.state() == NodeState.STOPPING;
        node.moveTo(NodeState.STOPPED, order);
        if (orderly) {
            tell("stopped", node, node.name() + " has ended (pid " + life.child.pid() + "): " + order);
        }
    }

    private void crashed(Node node, Life life, Exit exit) {
        String what = Cause.of(node.spec(), life, exit);
        Instant now = surroundings.clock().instant();
        boolean loopedBefore = node.restarts().isCrashLoop();
        node.crashed(now);
        Duration delay = node.restarts().delay();
        boolean loops = node.restarts().isCrashLoop();
        node.moveTo(NodeState.CRASHED, (loops ? "crash loop: " : "") + what);
        String next = "; started again in " + delay.toMillis() + " ms";
        String words = exit.isByOrder() && life.ready != null ? "" : lastWords(life);
        tell("crashed", node, node.name() + " (pid " + life.child.pid() + ") " + what + words + next);
        if (loops) {
            prospect.staysDown(node, null);
        }
        if (loops && !loopedBefore) {
            String log = node.spec().log().toString();
            tell("crash_loop", node, node.name() + " crashed 5 times within 10 s; it is still tried; see " + log);
        }
        owner.after(delay, () -> restart(node, life));
    }

    private static String lastWords(Life life) {
        List<String> words = life.output.lastWords();
        return words.isEmpty() ? "" : "; its last words: " + String.join(" | ", words);
    }

    private void restart(Node node, Life crashed) {
        if (!closing && node.state() == NodeState.CRASHED && node.life() == crashed) {
            int times = node.restarts().crashes();
            tell("restarting", node, node.name() + " is started again after crash " + times);
            again.accept(node);
        }
    }

    /** It never came to life. */
    void failed(Node node, String why) {
        node.moveTo(NodeState.FAILED, why);
        prospect.staysDown(node, null);
        tell("failed", node, node.name() + " could not be started: " + why + "; then: lbctl start " + node.name());
    }

    private void tell(String type, Node node, String message) {
        surroundings.events().tell(type, node.name(), message);
    }
}
