package dev.lbctl.launcher.supervisor;

import dev.lbctl.launcher.node.Answer;
import dev.lbctl.launcher.node.NodeSpec;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Has nodes of pools that come, go, or run something else. Safe to use from any thread. */
public final class Pooling {
    private final Fleet fleet;
    private final Scaling scaling;
    private final OwnerThread owner;

    Pooling(Fleet fleet, Scaling scaling, OwnerThread owner) {
        this.fleet = fleet;
        this.scaling = scaling;
        this.owner = owner;
    }

    /** By pool, what a node of it is like. */
    public CompletableFuture<Map<String, NodeSpec>> pools() {
        return ask(() -> Map.copyOf(fleet.firsts()));
    }

    /** The servers that the balancer should have, in their order. */
    public CompletableFuture<List<NodeSpec>> members() {
        return ask(fleet::members);
    }

    /** Has that many nodes of a pool that there was not, and answers as a scaling does. */
    public CompletableFuture<Answer> begin(NodeSpec first, int copies) {
        return owner.ask(() -> {
            fleet.define(first);
            return scaling.configured(first, copies);
        });
    }

    /** Every node of that pool is like this from its next start on. */
    public CompletableFuture<Void> define(NodeSpec first) {
        return ask(() -> {
            fleet.define(first);
            return null;
        });
    }

    /** Has as many nodes of a pool as are configured, whatever a person wanted before. */
    public CompletableFuture<Answer> resize(String pool, int copies) {
        return owner.ask(() -> scaling.configured(fleet.first(pool), copies));
    }

    /** Has no such pool any more, once its nodes have ended in good order. */
    public CompletableFuture<Void> end(String pool) {
        return owner.ask(() -> scaling.configured(fleet.first(pool), 0))
                .thenCompose(gone -> ask(() -> {
                    fleet.drop(pool);
                    return null;
                }));
    }

    private <T> CompletableFuture<T> ask(Supplier<T> question) {
        return owner.ask(() -> CompletableFuture.completedFuture(question.get()));
    }
}
