package dev.lbctl.launcher.supervisor;

import dev.lbctl.launcher.process.Child;
import java.time.Duration;

/** A node's way: it comes to life, becomes ready, ends, and comes back. Runs on the supervisor's thread. */
final class Lifecycle {
    private final Prospect prospect;
    private final Departure departure;
    private final Arrival arrival;

    Lifecycle(Fleet fleet, Surroundings surroundings, OwnerThread owner, Prospect prospect) {
        this.prospect = prospect;
        this.departure = new Departure(surroundings, owner, prospect, this::start);
        this.arrival = new Arrival(fleet, surroundings, owner, departure);
    }

    /** From now on nothing is started again. */
    void close() {
        departure.close();
    }

    boolean isClosing() {
        return departure.isClosing();
    }

    /** Spawns the node's process; its state tells how that went. */
    void start(Node node) {
        prospect.returns(node, Duration.ZERO, null);
        arrival.start(node);
    }

    /** Takes over a process an earlier launcher left behind; whether it is ready is found out as for a new one. */
    void adopt(Node node, Child child) {
        arrival.adopt(node, child);
    }
}
