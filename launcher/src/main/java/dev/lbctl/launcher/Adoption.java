package dev.lbctl.launcher;

import dev.lbctl.launcher.event.EventRing;
import dev.lbctl.launcher.node.NodeSpec;
import dev.lbctl.launcher.node.StartResult;
import dev.lbctl.launcher.process.Child;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/**
 * Brings what still runs from an earlier launcher in line with the configuration, once the supervisor has taken it over.
 *
 * @param survivors what still runs, by name
 * @param specs the nodes that there are now
 */
record Adoption(Map<String, Child> survivors, List<NodeSpec> specs, EventRing events) {

    /** A balancer that is adopted hears of the configuration before those go that it may still send something to. */
    @SuppressWarnings("FutureReturnValueIgnored") // an event tells what came of it
    void settleIn(CompletableFuture<StartResult> started, Runnable tellBalancer) {
        if (survivors.isEmpty()) {
            return;
        }
        started.thenAcceptAsync(
                result -> {
                    if (result instanceof StartResult.Started) {
                        tellBalancer.run();
                    }
                    endStrangers();
                },
                task -> new Thread(task, "adoption").start());
    }

    /** Nodes of an earlier configuration, of whose pool nothing is left. */
    private void endStrangers() {
        Set<String> known = specs.stream().map(NodeSpec::name).collect(Collectors.toSet());
        survivors.forEach((name, child) -> {
            if (!known.contains(name)) {
                child.terminate();
                String why = name + " still ran (pid " + child.pid() + ") and is no node of this configuration";
                events.tell("stopping", name, why + "; it was asked to end");
            }
        });
    }
}
