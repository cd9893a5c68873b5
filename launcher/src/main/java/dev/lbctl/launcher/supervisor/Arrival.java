package dev.lbctl.launcher.supervisor;

import dev.lbctl.config.Address;
import dev.lbctl.launcher.log.LifeLog;
import dev.lbctl.launcher.log.NodeLog;
import dev.lbctl.launcher.node.NodeRole;
import dev.lbctl.launcher.node.NodeSpec;
import dev.lbctl.launcher.node.NodeState;
import dev.lbctl.launcher.process.Child;
import dev.lbctl.launcher.process.PortPicker;
import dev.lbctl.launcher.process.Readiness;
import dev.lbctl.launcher.rundir.NodeRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How a node comes to life and becomes ready. Runs on the supervisor's thread. */
final class Arrival {
    private static final Logger LOG = LoggerFactory.getLogger(Arrival.class);

    private final Fleet fleet;
    private final Surroundings surroundings;
    private final OwnerThread owner;
    private final Departure departure;
    private final Readiness readiness = new Readiness();
    private final Waiting waiting;

    /** @param departure what becomes of a process once it has ended */
    Arrival(Fleet fleet, Surroundings surroundings, OwnerThread owner, Departure departure) {
        this.fleet = fleet;
        this.surroundings = surroundings;
        this.owner = owner;
        this.departure = departure;
        this.waiting = new Waiting(owner, surroundings.events());
    }

    /** Spawns the node's process; its state tells how that went. */
    void start(Node node) {
        node.moveTo(NodeState.STARTING, "starting");
        node.member(true);
        Optional<Address> address = addressFor(node);
        if (address.isEmpty()) {
            departure.failed(
                    node, "no port is free from " + node.spec().address().port() + " upwards");
            return;
        }
        NodeSpec spec = node.spec().at(address.get());
        try {
            if (spec.isBalancer()) {
                configure();
            }
            surroundings.directory().faults().tell(node.name(), null);
            new NodeLog(spec.log()).create();
            LifeLog output = new NodeLog(spec.log()).fromNow();
            Child child = Child.spawn(spec.toRun());
            remember(spec, child);
            begin(node, spec, child, output);
        } catch (IOException e) {
            departure.failed(node, "it cannot be run: " + e.getMessage());
            return;
        }
        tell("starting", node, node.name() + " is starting at " + spec.address() + pid(node));
    }

    /** Where no configuration can be written, as on a full disk, that of the last start has to do: who has moved since joins. */
    private void configure() throws IOException {
        try {
            surroundings.balancerConfig().accept(fleet.members());
        } catch (UncheckedIOException e) {
            if (Files.notExists(surroundings.directory().balancerConfig())) {
                throw e.getCause();
            }
            LOG.warn("the balancer is started with the configuration of its last start", e);
        }
    }

    /** Takes over a process an earlier launcher left behind; whether it is ready is found out as for a new one. */
    void adopt(Node node, Child child) {
        node.moveTo(NodeState.STARTING, "adopted; not asked yet whether it is ready");
        begin(node, node.spec(), child, new NodeLog(node.spec().log()).fromNow());
        tell("adopted", node, node.name() + " still runs from an earlier launcher and is adopted" + pid(node));
    }

    /** A server's port may move; the balancer's are what clients know. */
    private Optional<Address> addressFor(Node node) {
        Address wanted = node.spec().address();
        return node.spec().isBalancer() ? Optional.of(wanted) : PortPicker.nextFree(wanted, fleet.portsBeside(node));
    }

    /** One that is adopted is in the run directory already, as what it runs. */
    private void remember(NodeSpec spec, Child child) {
        try {
            String program = spec.program().digest();
            NodeRecord record = new NodeRecord(spec.name(), spec.role(), spec.address(), child.identity(), program);
            surroundings.directory().nodes().write(record);
        } catch (IOException e) {
            LOG.warn("{} is not in the run directory: a later launcher will not find it", spec.name(), e);
        }
    }

    private void begin(Node node, NodeSpec spec, Child child, LifeLog output) {
        Life life = new Life(child, output);
        node.begin(spec, life);
        owner.when(child.exit(), exit -> departure.exited(node, life, exit));
        Duration limit = spec.health().startTimeout();
        waiting.begin(node, life);
        owner.when(readiness.await(spec.healthUri(), child, limit), ready -> answered(node, life, ready));
    }

    private void answered(Node node, Life life, boolean ready) {
        if (node.state() != NodeState.STARTING
                || node.life() != life
                || life.child.exit().isDone()) {
            return;
        }
        NodeSpec spec = node.spec();
        if (!ready) {
            life.fault = Cause.ofSilence(spec, life.child, spec.health().startTimeout());
            life.child.kill();
            return;
        }
        life.ready = surroundings.clock().instant();
        node.moveTo(NodeState.READY, "answers " + spec.healthUri());
        tell("ready", node, node.name() + " is ready at " + spec.address() + pid(node));
        owner.when(announce(node), told -> life.settled.complete(null));
    }

    private CompletableFuture<Void> announce(Node node) {
        if (node.spec().isBalancer()) {
            return CompletableFuture.allOf(fleet.readyServers().stream()
                    .map(server -> surroundings.membership().join(server.spec()))
                    .toArray(CompletableFuture<?>[]::new));
        }
        return node.spec().role() == NodeRole.SERVER && fleet.balancerIsReady()
                ? surroundings.membership().join(node.spec())
                : CompletableFuture.completedFuture(null);
    }

    private void tell(String type, Node node, String message) {
        surroundings.events().tell(type, node.name(), message);
    }

    private static String pid(Node node) {
        Long pid = node.view().pid();
        return pid == null ? "" : " (pid " + pid + ")";
    }
}
