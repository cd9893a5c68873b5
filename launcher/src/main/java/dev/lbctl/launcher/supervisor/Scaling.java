package dev.lbctl.launcher.supervisor;

import dev.lbctl.config.NodeConfig;
import dev.lbctl.launcher.node.Answer;
import dev.lbctl.launcher.node.NodeSpec;
import dev.lbctl.launcher.rundir.ScaleRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has more or fewer nodes of a pool. Runs on the supervisor's thread. */
final class Scaling {
    private static final Logger LOG = LoggerFactory.getLogger(Scaling.class);

    private final Fleet fleet;
    private final Commands commands;
    private final Surroundings surroundings;
    private final OwnerThread owner;
    private final Map<String, Integer> wanted = new TreeMap<>();

    Scaling(Fleet fleet, Commands commands, Surroundings surroundings, OwnerThread owner) {
        this.fleet = fleet;
        this.commands = commands;
        this.surroundings = surroundings;
        this.owner = owner;
    }

    /** Completes when those that were added are ready, or will not be, and those that are too many are gone. */
    CompletableFuture<Answer> scale(NodeSpec first, int copies) {
        wanted.put(String.valueOf(first.pool()), copies);
        remember();
        return resize(first, copies);
    }

    /** The same as the configuration has it, which counts again from now on. */
    CompletableFuture<Answer> configured(NodeSpec first, int copies) {
        wanted.remove(String.valueOf(first.pool()));
        remember();
        return resize(first, copies);
    }

    private CompletableFuture<Answer> resize(NodeSpec first, int copies) {
        String pool = String.valueOf(first.pool());
        int before = fleet.of(pool).size();
        surroundings
                .events()
                .tell(
                        "scaling",
                        null,
                        "pool " + pool + " is scaled from " + before + " to " + copies
                                + (copies == 1 ? " node" : " nodes"));
        List<CompletableFuture<?>> changes = new ArrayList<>(add(first, copies));
        changes.addAll(remove(pool, copies));
        return CompletableFuture.allOf(changes.toArray(CompletableFuture<?>[]::new))
                .thenCompose(over -> owner.ask(() -> CompletableFuture.completedFuture(new Answer.Scaled(
                        fleet.of(pool).stream().map(Node::view).toList()))));
    }

    /** Has what an earlier launcher was told hold on, and ends what that one did not come to end. */
    void resume() {
        try {
            surroundings
                    .directory()
                    .scaleRecord()
                    .read()
                    .ifPresent(record -> record.copies().forEach((pool, copies) -> {
                        wanted.put(pool, copies);
                        remove(pool, copies);
                    }));
        } catch (IOException e) {
            LOG.warn("how many nodes were wanted is not known any more", e);
        }
    }

    /** The lowest numbers that are free, up to that many nodes. */
    private List<CompletableFuture<Answer>> add(NodeSpec first, int copies) {
        String pool = String.valueOf(first.pool());
        List<CompletableFuture<Answer>> starts = new ArrayList<>();
        for (int index = 1; fleet.of(pool).size() < copies; index++) {
            String name = NodeConfig.nodeName(pool, index);
            if (fleet.find(name).isEmpty()) {
                starts.add(commands.start(fleet.add(first.called(name))));
            }
        }
        return starts;
    }

    /** The highest numbers go, and each finishes what it has. */
    private List<CompletableFuture<Void>> remove(String pool, int copies) {
        List<Node> nodes = new ArrayList<>(fleet.of(pool));
        Collections.reverse(nodes);
        return nodes.stream()
                .limit(Math.max(0, nodes.size() - copies))
                .map(node -> commands.stop(node).thenCompose(gone -> owner.ask(() -> forget(node))))
                .toList();
    }

    private CompletableFuture<Void> forget(Node node) {
        if (!node.state().isRunning()) {
            fleet.remove(node);
            try {
                surroundings.directory().nodes().forget(node.name());
            } catch (IOException e) {
                LOG.warn("{} is gone, and still in the run directory", node.name(), e);
            }
        }
        return CompletableFuture.completedFuture(null);
    }

    private void remember() {
        try {
            surroundings.directory().scaleRecord().write(new ScaleRecord(Map.copyOf(wanted)));
        } catch (IOException e) {
            LOG.warn("how many nodes are wanted is not in the run directory: a later launcher will not know", e);
        }
    }
}
