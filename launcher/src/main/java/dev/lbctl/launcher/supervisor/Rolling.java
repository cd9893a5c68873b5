package dev.lbctl.launcher.supervisor;

import dev.lbctl.launcher.node.Answer;
import dev.lbctl.launcher.node.NodeRole;
import dev.lbctl.launcher.node.NodeState;
import dev.lbctl.launcher.node.RollingView;
import dev.lbctl.launcher.rundir.RollingRecord;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Restarts nodes in turn, so many at a time, and ends at the first that does not become ready. What is left is kept in the run
 * directory: the next launcher goes on with it. Runs on the supervisor's thread.
 */
final class Rolling {
    private static final Logger LOG = LoggerFactory.getLogger(Rolling.class);
    private static final Duration ADMISSION = Duration.ofSeconds(10);

    private final Fleet fleet;
    private final Commands commands;
    private final Surroundings surroundings;
    private final OwnerThread owner;
    private Round round = new Round(List.of(), 1);

    Rolling(Fleet fleet, Commands commands, Surroundings surroundings, OwnerThread owner) {
        this.fleet = fleet;
        this.commands = commands;
        this.surroundings = surroundings;
        this.owner = owner;
    }

    RollingView view() {
        return round.view();
    }

    /** Begins one, unless one is under way; whoever a person has stopped stays down. */
    CompletableFuture<Answer> begin(List<Node> nodes, int maxUnavailable) {
        if (round.isRunning()) {
            return CompletableFuture.completedFuture(new Answer.Refused(
                    "a rolling restart is under way, with " + String.join(", ", round.left()) + " left",
                    "wait until it is over"));
        }
        List<String> names = nodes.stream()
                .filter(node -> node.state() != NodeState.STOPPED)
                .map(Node::name)
                .toList();
        tell("rolling", "rolling restart of " + String.join(", ", names) + ", " + maxUnavailable + " at a time");
        go(new Round(names, maxUnavailable));
        return CompletableFuture.completedFuture(new Answer.Rolling(round.view()));
    }

    /** Goes on where an earlier launcher was when it died. */
    void resume() {
        try {
            Optional<RollingRecord> record =
                    surroundings.directory().rollingRecord().read();
            record.filter(rest -> !rest.left().isEmpty()).ifPresent(rest -> {
                tell(
                        "rolling",
                        "the rolling restart of an earlier launcher goes on: " + String.join(", ", rest.left()));
                go(new Round(rest.left(), rest.maxUnavailable()));
            });
        } catch (IOException e) {
            LOG.warn("whether a rolling restart was under way is not known", e);
        }
    }

    private void go(Round next) {
        round = next;
        step();
    }

    private void step() {
        Optional<String> next = round.next();
        while (next.isPresent()) {
            save();
            restart(next.get());
            next = round.next();
        }
        if (round.isOver()) {
            finish();
        }
    }

    /** One that was scaled away meanwhile is passed over. */
    private void restart(String name) {
        Optional<Node> found = fleet.find(name);
        if (found.isEmpty()) {
            round.back(name);
            return;
        }
        Node node = found.get();
        owner.when(commands.restart(node, owner), answer -> {
            if (node.state() != NodeState.READY) {
                round.failed(node.view());
                step();
            } else {
                Duration warmUp = node.spec().care().warmUp();
                owner.when(admitted(node), serves -> owner.after(warmUp, () -> back(node)));
            }
        });
    }

    private CompletableFuture<Void> admitted(Node node) {
        return node.spec().role() == NodeRole.SERVER && fleet.balancerIsReady()
                ? surroundings.membership().awaitServing(Set.of(node.name()), ADMISSION)
                : CompletableFuture.completedFuture(null);
    }

    private void back(Node node) {
        round.back(node.name());
        save();
        step();
    }

    private void finish() {
        try {
            surroundings.directory().rollingRecord().remove();
        } catch (IOException e) {
            LOG.warn("that the rolling restart is over is not in the run directory", e);
        }
        RollingView view = round.view();
        tell(
                view.failed() == null ? "rolled" : "rolling_stopped",
                view.failed() == null
                        ? "rolling restart done: " + String.join(", ", view.restarted())
                        : "rolling restart stopped: " + view.failed().name() + " did not become ready ("
                                + view.failed().reason() + "); not restarted: " + String.join(", ", round.untouched()));
        round.close();
    }

    private void save() {
        try {
            surroundings.directory().rollingRecord().write(new RollingRecord(round.left(), round.maxUnavailable()));
        } catch (IOException e) {
            LOG.warn("the rolling restart is not in the run directory: a later launcher will not go on with it", e);
        }
    }

    private void tell(String type, String message) {
        surroundings.events().tell(type, null, message);
    }
}
