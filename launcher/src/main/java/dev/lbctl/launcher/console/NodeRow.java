package dev.lbctl.launcher.console;

import dev.lbctl.balancer.api.BackendStatus;
import dev.lbctl.launcher.api.FaultStatus;
import dev.lbctl.launcher.api.NodeStatus;
import dev.lbctl.launcher.text.Figures;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A node, a backend that no node runs, or a node that is a backend, in the words of a table.
 *
 * @param node null when the launcher does not run it
 * @param backend null when the balancer does not know it, or does not answer
 */
record NodeRow(@Nullable NodeStatus node, @Nullable BackendStatus backend) {
    private static final String NOTHING = "-";

    /** The nodes in their order, each with the backend of its name, then the backends that are left. */
    static List<NodeRow> of(List<NodeStatus> nodes, List<BackendStatus> backends) {
        List<BackendStatus> left = new ArrayList<>(backends);
        List<NodeRow> rows = new ArrayList<>();
        for (NodeStatus node : nodes) {
            rows.add(new NodeRow(node, take(node.name(), left)));
        }
        left.forEach(backend -> rows.add(new NodeRow(null, backend)));
        return rows;
    }

    private static @Nullable BackendStatus take(String name, List<BackendStatus> left) {
        for (int i = 0; i < left.size(); i++) {
            if (left.get(i).name().equals(name)) {
                return left.remove(i);
            }
        }
        return null;
    }

    String name() {
        return node != null ? node.name() : backend != null ? backend.name() : "";
    }

    String role() {
        return node == null ? "backend" : node.role();
    }

    String address() {
        return node != null ? node.address() : backend != null ? backend.url().substring("http://".length()) : "";
    }

    String pid() {
        return node == null || node.pid() == null ? NOTHING : node.pid().toString();
    }

    /** Of the process; of a backend without one its health. */
    String state() {
        if (node != null) {
            return node.state();
        }
        return backend == null ? "" : backend.condition();
    }

    /** What the operator wants of it, where that is not the usual, and for how much longer. */
    String duty(Instant now) {
        if (backend == null || (backend.duty().equals("ready") && backend.until() == null)) {
            return "";
        }
        Instant until = backend.until();
        if (until == null) {
            return backend.duty();
        }
        double seconds = Duration.between(now, until).toMillis() / 1e3;
        return backend.duty() + ", " + Figures.uptime(seconds) + " left";
    }

    String weight() {
        return backend == null || backend.weight() == 1 ? "" : Integer.toString(backend.weight());
    }

    String uptime() {
        return node == null || node.pid() == null ? NOTHING : Figures.uptime(node.uptimeSeconds());
    }

    /** Null for what nobody would start again. */
    @Nullable
    Integer restarts() {
        return node == null ? null : node.restarts();
    }

    /** Why it is not as it should be. */
    String why() {
        if (node != null) {
            FaultStatus fault = node.fault();
            String onPurpose = fault == null ? "" : fault.sentence();
            return node.state().equals("ready") ? onPurpose : node.reason();
        }
        return backend == null || backend.health().equals("up") ? "" : backend.reason();
    }
}
