package dev.lbctl.launcher;

import dev.lbctl.launcher.event.EventRing;
import dev.lbctl.launcher.node.NodeSpec;
import dev.lbctl.launcher.node.StartResult;
import dev.lbctl.launcher.reload.Reload;
import dev.lbctl.launcher.spec.Remains;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** Brings what still runs from an earlier launcher in line with the configuration, once the supervisor has taken it over. */
record Adoption(Remains remains, List<NodeSpec> specs, EventRing events) {

    /** A balancer that is adopted hears of the configuration before those go that it may still send something to. */
    @SuppressWarnings("FutureReturnValueIgnored") // an event tells what came of it
    void settleIn(CompletableFuture<StartResult> started, Reload reload) {
        if (remains.survivors().isEmpty()) {
            return;
        }
        started.thenAcceptAsync(
                result -> {
                    if (result instanceof StartResult.Started) {
                        reload.catchUp();
                    }
                    endStrangers();
                },
                task -> new Thread(task, "adoption").start());
    }

    /** Nodes of an earlier configuration, of whose pool nothing is left. */
    private void endStrangers() {
        Set<String> known = specs.stream().map(NodeSpec::name).collect(Collectors.toSet());
        remains.survivors().forEach((name, child) -> {
            if (!known.contains(name)) {
                child.terminate();
                String why = name + " still ran (pid " + child.pid() + ") and is no node of this configuration";
                events.tell("stopping", name, why + "; it was asked to end");
            }
        });
    }
}
