package dev.lbctl.launcher.reload;

import dev.lbctl.balancer.api.ConfigReport;
import dev.lbctl.config.LbConfig;
import dev.lbctl.config.file.ConfigFile;
import dev.lbctl.launcher.client.BalancerClient;
import dev.lbctl.launcher.client.CallFailure;
import dev.lbctl.launcher.node.Answer;
import dev.lbctl.launcher.node.NodeSpec;
import dev.lbctl.launcher.node.NodeState;
import dev.lbctl.launcher.node.NodeView;
import dev.lbctl.launcher.spec.BalancerConfig;
import dev.lbctl.launcher.supervisor.Pooling;
import dev.lbctl.launcher.supervisor.Supervisor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes over from one configuration to another: what is new is there before the balancer sends it anything, what goes ends after
 * the balancer has stopped doing so. Until the balancer has taken it all can be undone, and is.
 */
final class Switchover {
    private static final Logger LOG = LoggerFactory.getLogger(Switchover.class);

    private final InForce inForce;
    private final Supervisor supervisor;
    private final Pooling pooling;
    private final Supplier<BalancerClient> balancer;

    Switchover(InForce inForce, Supervisor supervisor, Supplier<BalancerClient> balancer) {
        this.inForce = inForce;
        this.supervisor = supervisor;
        this.pooling = supervisor.pooling();
        this.balancer = balancer;
    }

    /** Has the balancer look at it, and nothing else. */
    Outcome tryOut(Plan plan) {
        try {
            ConfigReport report = tell(plan.transition(), true);
            return new Outcome.Done(false, plan.with(report), plan.nodes().words(), report.notes(), List.of());
        } catch (CallFailure e) {
            return failed(e);
        }
    }

    /** Comes back when all is done but the restart in turn of nodes that are to run something else. */
    Outcome carryOut(Plan plan) {
        Optional<Outcome> obstacle = begin(plan.nodes());
        if (obstacle.isPresent()) {
            endAll(plan.nodes().begun());
            return obstacle.get();
        }
        try {
            return follow(plan, tell(plan.transition(), false));
        } catch (CallFailure e) {
            undo(plan, e);
            return failed(e);
        }
    }

    /** The balancer has it: there is no way back from here on. */
    private Outcome follow(Plan plan, ConfigReport report) {
        List<String> notes = new ArrayList<>(report.notes());
        inForce.take(plan.next());
        plan.nodes().firsts().values().forEach(first -> pooling.define(first).join());
        end(plan, notes);
        List<String> outdated = new ArrayList<>(running(plan.nodes().restarted()));
        CompletableFuture.allOf(plan.nodes().resized().stream()
                        .map(pool -> pooling.resize(pool, plan.nodes().copiesOf(pool)))
                        .toArray(CompletableFuture<?>[]::new))
                .join();
        inForce.write(pooling.members().join());
        outdated.retainAll(
                supervisor.nodes().join().stream().map(NodeView::name).toList());
        return new Outcome.Done(true, plan.with(report), plan.nodes().words(), notes, restart(outdated, notes));
    }

    /**
     * Has the balancer and the nodes go by what is in force already.
     *
     * @param sizes how many nodes pools are to have
     * @param outdated nodes that run something else
     */
    Optional<Outcome> renew(Map<String, Integer> sizes, List<String> outdated) {
        try {
            LbConfig config = inForce.config();
            NodeChanges none = NodeChanges.between(config, config, Map.of(), Map.of());
            if (!Plan.of(config, config, none).with(tell(config, true)).isNone()) {
                tell(config, false);
            }
        } catch (CallFailure e) {
            return Optional.of(failed(e));
        }
        sizes.forEach((pool, copies) -> pooling.resize(pool, copies).join());
        List<String> left = new ArrayList<>(outdated);
        left.retainAll(supervisor.nodes().join().stream().map(NodeView::name).toList());
        restart(left, new ArrayList<>());
        return Optional.empty();
    }

    /** Why the nodes of new pools cannot serve; empty when they can. */
    private Optional<Outcome> begin(NodeChanges nodes) {
        List<CompletableFuture<Answer>> starts = nodes.begun().stream()
                .map(pool -> pooling.begin(Objects.requireNonNull(nodes.firsts().get(pool)), nodes.copiesOf(pool)))
                .toList();
        return starts.stream()
                .map(CompletableFuture::join)
                .filter(Answer.Scaled.class::isInstance)
                .flatMap(answer -> ((Answer.Scaled) answer).nodes().stream())
                .filter(node -> node.state() != NodeState.READY)
                .findFirst()
                .map(node -> new Outcome.Failed(
                        node.name() + " did not become ready: " + node.reason(),
                        "its log: " + node.spec().log()));
    }

    /** What was begun ends, and a balancer that may have taken it, and was too slow to say so, goes back. */
    private void undo(Plan plan, CallFailure failure) {
        if (failure instanceof CallFailure.Unreachable) {
            try {
                tell(plan.now(), false);
            } catch (CallFailure gone) {
                LOG.debug("it starts again with what the run directory has, which is the old one", gone);
            }
        }
        endAll(plan.nodes().begun());
    }

    private void end(Plan plan, List<String> notes) {
        endAll(plan.nodes().ended());
        if (plan.hasTransition()) {
            try {
                notes.addAll(tell(plan.next(), false).notes());
            } catch (CallFailure e) {
                notes.add("the balancer still has pools that nothing is sent to: " + e.getMessage());
            }
        }
    }

    private void endAll(List<String> pools) {
        CompletableFuture.allOf(pools.stream().map(pooling::end).toArray(CompletableFuture<?>[]::new))
                .join();
    }

    /** Has the balancer go by a configuration, and answers what it has to say of it. */
    private ConfigReport tell(LbConfig config, boolean dryRun) {
        List<NodeSpec> members = pooling.members().join();
        LbConfig whole = BalancerConfig.of(inForce.settle(config), members);
        return balancer.get().configure(ConfigFile.tree(whole), dryRun);
    }

    private List<String> running(List<String> pools) {
        return supervisor.nodes().join().stream()
                .filter(node -> pools.contains(String.valueOf(node.spec().pool())))
                .filter(node -> node.state() != NodeState.STOPPED)
                .map(NodeView::name)
                .toList();
    }

    private List<String> restart(List<String> outdated, List<String> notes) {
        if (outdated.isEmpty()) {
            return List.of();
        }
        Answer answer = supervisor.roll(outdated, 1).join();
        if (answer instanceof Answer.Rolling) {
            return outdated;
        }
        notes.add("not restarted: " + String.join(", ", outdated) + "; then: lbctl restart --rolling");
        return List.of();
    }

    private static Outcome failed(CallFailure failure) {
        return failure instanceof CallFailure.Refused refused
                ? new Outcome.Failed(
                        "the balancer: " + refused.body().detail(),
                        refused.body().hint())
                : new Outcome.Failed("the balancer: " + failure.getMessage(), "see lbctl logs balancer");
    }
}
