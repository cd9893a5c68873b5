package dev.lbctl.launcher.supervisor;

import dev.lbctl.launcher.node.Answer;
import dev.lbctl.launcher.node.Fault;
import dev.lbctl.launcher.node.NodeSpec;
import dev.lbctl.launcher.node.NodeView;
import dev.lbctl.launcher.node.RollingView;
import dev.lbctl.launcher.node.StartResult;
import dev.lbctl.launcher.process.Child;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Starts the nodes of a cluster and keeps them alive until it is told to stop. Safe to use from any thread. */
public final class Supervisor {

    /** Where the cluster as a whole is. */
    public enum Phase {
        STARTING,
        READY,
        STOPPING,
        STOPPED;

        /** The word on the wire. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final Duration NO_LIMIT = Duration.ofDays(1);

    private final OwnerThread owner = new OwnerThread();
    private final Fleet fleet;
    private final Commands commands;
    private final Faults faults;
    private final Scaling scaling;
    private final Rolling rolling;
    private final Startup startup;
    private final Course course;

    /** Nothing runs before {@link #launch}. */
    public Supervisor(List<NodeSpec> specs, Surroundings surroundings) {
        this.fleet = new Fleet(specs);
        Prospect prospect = new Prospect(fleet, surroundings.membership());
        Lifecycle lifecycle = new Lifecycle(fleet, surroundings, owner, prospect);
        StopLadder ladder = new StopLadder(fleet, surroundings, owner, prospect);
        this.commands = new Commands(lifecycle, ladder, prospect, surroundings);
        this.faults = new Faults(surroundings, owner);
        this.scaling = new Scaling(fleet, commands, surroundings, owner);
        this.rolling = new Rolling(fleet, commands, surroundings, owner);
        HeadStart headStart = new HeadStart(fleet, surroundings.cores(), lifecycle, owner);
        this.startup = new Startup(fleet, headStart, faults, surroundings.membership());
        this.course = new Course(owner, startup, new Shutdown(fleet, lifecycle, ladder, owner), this::goOn);
        fleet.onChange(() -> owner.run(course::look));
    }

    /** Adopts what still runs, by node name, and starts the rest, the balancer and the first of each pool before the others. */
    public CompletableFuture<StartResult> launch(Map<String, Child> survivors) {
        owner.run(() -> {
            if (course.phase() == Phase.STARTING) {
                startup.begin(survivors);
            }
        });
        return startup.result();
    }

    /** Completes when the balancer has had its head start and everybody was started, or nobody will be. */
    public CompletableFuture<Void> underWay() {
        return startup.underWay().acceptEither(stopped(), under -> {});
    }

    /** Takes up what an earlier launcher was at. */
    private void goOn() {
        scaling.resume();
        rolling.resume();
        fleet.tellChange();
    }

    public CompletableFuture<Answer> start(String name) {
        return command(name, commands::start);
    }

    public CompletableFuture<Answer> stop(String name) {
        return command(name, commands::stop);
    }

    /** The same, however long its last request may take. */
    public CompletableFuture<Answer> stopDrained(String name) {
        return command(name, node -> commands.stop(node, NO_LIMIT));
    }

    /** With {@code crash} the node's end counts as a crash and it is started again; otherwise it stays down. */
    public CompletableFuture<Answer> kill(String name, boolean crash) {
        return command(name, node -> commands.kill(node, crash));
    }

    public CompletableFuture<Answer> restart(String name) {
        return command(name, node -> commands.restart(node, owner));
    }

    /** Has a sample server misbehave for a while; null ends that. Forgotten when it is started again. */
    public CompletableFuture<Answer> fault(String name, @Nullable Fault fault) {
        return command(name, node -> faults.set(node, fault));
    }

    /** Has as many nodes of a pool. Lasts until the cluster is stopped. */
    public CompletableFuture<Answer> scale(String pool, int copies) {
        return unlessStopping(() -> Optional.ofNullable(fleet.firsts().get(pool))
                .map(first -> scaling.scale(first, copies))
                .orElseGet(
                        () -> unknown("pool", pool, List.copyOf(fleet.firsts().keySet()))));
    }

    /** Begins to restart these nodes and those of these pools in turn; every server when none is named. */
    public CompletableFuture<Answer> roll(List<String> names, int maxUnavailable) {
        return unlessStopping(() -> {
            for (String name : names) {
                if (fleet.of(name).isEmpty() && fleet.find(name).isEmpty()) {
                    return unknown("node", name, fleet.names());
                }
            }
            return rolling.begin(fleet.meant(names), maxUnavailable);
        });
    }

    /** How far the last rolling restart has come. */
    public CompletableFuture<RollingView> rolling() {
        return owner.ask(() -> CompletableFuture.completedFuture(rolling.view()));
    }

    /** What a configuration changes of the nodes while they run. */
    public Pooling pooling() {
        return new Pooling(fleet, scaling, owner);
    }

    /** Every node now, the balancer first. */
    public CompletableFuture<List<NodeView>> nodes() {
        return owner.ask(() -> CompletableFuture.completedFuture(fleet.views()));
    }

    public Phase phase() {
        return course.phase();
    }

    /** Calls back after every change of a node, on the supervisor's thread: hand over quickly. */
    public void onChange(Runnable listener) {
        fleet.onChange(listener);
    }

    /** Stops all nodes in good order, the balancer first; asked again it is the same stop. Takes 20 s at most. */
    public CompletableFuture<Void> shutdown() {
        owner.run(course::end);
        return stopped();
    }

    /** Stops all nodes with SIGKILL. */
    public CompletableFuture<Void> shutdownNow() {
        owner.run(course::endNow);
        return stopped();
    }

    /** Completes when no node runs any more after a shutdown. */
    public CompletableFuture<Void> stopped() {
        return course.stopped();
    }

    private CompletableFuture<Answer> command(String name, Function<Node, CompletableFuture<Answer>> command) {
        return unlessStopping(
                () -> fleet.find(name).map(command).orElseGet(() -> unknown("node", name, fleet.names())));
    }

    private CompletableFuture<Answer> unlessStopping(Supplier<CompletableFuture<Answer>> command) {
        return owner.ask(() -> course.isEnding()
                ? CompletableFuture.completedFuture(
                        new Answer.Refused("the cluster is stopping", "start it again with: lbctl up"))
                : command.get());
    }

    private static CompletableFuture<Answer> unknown(String kind, String name, List<String> known) {
        return CompletableFuture.completedFuture(new Answer.Unknown(kind, name, known));
    }
}
