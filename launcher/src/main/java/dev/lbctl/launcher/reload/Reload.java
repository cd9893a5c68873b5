package dev.lbctl.launcher.reload;

import dev.lbctl.config.LbConfig;
import dev.lbctl.config.file.ConfigProblem;
import dev.lbctl.config.file.ConfigResult;
import dev.lbctl.launcher.client.BalancerClient;
import dev.lbctl.launcher.event.EventRing;
import dev.lbctl.launcher.node.NodeSpec;
import dev.lbctl.launcher.rundir.RunDirectory;
import dev.lbctl.launcher.spec.NodeSpecs;
import dev.lbctl.launcher.spec.Remains;
import dev.lbctl.launcher.spec.StartRefused;
import dev.lbctl.launcher.supervisor.Supervisor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Has a cluster go by what its file says now: looked at as a whole first, then in force as a whole, or not at all; after that
 * nodes that are to run something else are restarted in turn. Any thread; one reload at a time, and whoever asks waits for it.
 */
public final class Reload {
    private final Source source;
    private final InForce inForce;
    private final RunDirectory directory;
    private final Supervisor supervisor;
    private final EventRing events;
    private final Switchover switchover;
    private final List<Consumer<LbConfig>> followers = new CopyOnWriteArrayList<>();

    /**
     * A reload that nobody has asked for yet.
     *
     * @param balancer waited for when there is none yet
     */
    public Reload(Source source, InForce inForce, Parts parts, Supplier<BalancerClient> balancer) {
        this.source = source;
        this.inForce = inForce;
        this.directory = parts.directory();
        this.supervisor = parts.supervisor();
        this.events = parts.events();
        this.switchover = new Switchover(inForce, supervisor, balancer);
    }

    /** Of the cluster. */
    public record Parts(RunDirectory directory, Supervisor supervisor, EventRing events) {}

    public Source source() {
        return source;
    }

    /** Tells somebody each configuration that is in force, this one at once. */
    public void follow(Consumer<LbConfig> follower) {
        followers.add(follower);
        follower.accept(inForce.config());
    }

    /**
     * Reads the file again and goes by it.
     *
     * @param by who wants it, in words for a person
     * @param dryRun only looks at it
     */
    public synchronized Outcome run(String by, boolean dryRun) {
        Outcome outcome = outcome(dryRun);
        if (!dryRun) {
            String type = outcome instanceof Outcome.Done ? "reloaded" : "reload_refused";
            events.tell(type, null, by + ": " + outcome.words());
        }
        if (outcome instanceof Outcome.Done done && done.applied()) {
            followers.forEach(follower -> follower.accept(inForce.config()));
        }
        return outcome;
    }

    /** Has what an earlier launcher left go by what this one was started with. */
    public synchronized void catchUp() {
        new CatchUp(inForce, new Parts(directory, supervisor, events), switchover).run();
    }

    private Outcome outcome(boolean dryRun) {
        ConfigResult read = source.again().get();
        if (read instanceof ConfigResult.Invalid invalid) {
            return new Outcome.Invalid(invalid.problems());
        }
        ConfigResult.Valid valid = (ConfigResult.Valid) read;
        List<ConfigProblem> fixed = RestartKeys.problems(inForce.config(), valid, source.words());
        if (!fixed.isEmpty()) {
            return new Outcome.Fixed(fixed);
        }
        try {
            Plan plan = plan(valid.config());
            return obstacle(plan).orElseGet(() -> dryRun ? switchover.tryOut(plan) : carryOut(plan));
        } catch (StartRefused e) {
            return new Outcome.Invalid(
                    List.of(new ConfigProblem(source.words(), 0, 0, String.valueOf(e.getMessage()), e.hint())));
        }
    }

    /** Where the file is as it was, the balancer is asked whether somebody has told it otherwise. */
    private Outcome carryOut(Plan plan) {
        return plan.isNone() && switchover.tryOut(plan) instanceof Outcome.Done done && done.isNothing()
                ? done.already()
                : switchover.carryOut(plan);
    }

    private Plan plan(LbConfig next) throws StartRefused {
        Map<String, NodeSpec> had = supervisor.pooling().pools().join();
        Map<String, NodeSpec> has = new LinkedHashMap<>();
        for (NodeSpec spec : NodeSpecs.of(
                inForce.settle(next), directory, Remains.at(supervisor.nodes().join()))) {
            if (spec.pool() != null) {
                has.putIfAbsent(spec.pool(), spec);
            }
        }
        return Plan.of(inForce.config(), next, NodeChanges.between(inForce.config(), next, had, has));
    }

    private Optional<Outcome> obstacle(Plan plan) {
        if (supervisor.phase() != Supervisor.Phase.READY) {
            return Optional.of(new Outcome.Failed(
                    "the cluster is " + supervisor.phase().key(), "ask again when lbctl ps shows every node ready"));
        }
        boolean rolling = supervisor.rolling().join().running();
        return rolling && !plan.nodes().isNone()
                ? Optional.of(new Outcome.Failed("a rolling restart is under way", "ask again when it is over"))
                : Optional.empty();
    }
}
