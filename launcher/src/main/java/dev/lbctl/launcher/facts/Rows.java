package dev.lbctl.launcher.facts;

import dev.lbctl.balancer.api.BackendStatus;
import dev.lbctl.balancer.api.StatusReport;
import dev.lbctl.launcher.api.ClusterStatus;
import dev.lbctl.launcher.api.NodeStatus;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts together what launcher and balancer say of the same thing. */
final class Rows {
    private final Facts facts;
    private final List<BackendStatus> left;

    private Rows(Facts facts) {
        this.facts = facts;
        this.left = new ArrayList<>(facts.backends());
    }

    /** The launcher's nodes in its order, then the backends that it does not run. */
    static List<Row> of(Facts facts) {
        return new Rows(facts).all();
    }

    private List<Row> all() {
        List<Row> rows = new ArrayList<>();
        ClusterStatus status = facts.cluster().value();
        if (status != null) {
            status.nodes().forEach(node -> rows.add(row(node)));
        }
        left.forEach(backend ->
                rows.add(new Row(backend.pool() + "/" + backend.name(), null, backend, through(backend), null)));
        return rows;
    }

    private Row row(NodeStatus node) {
        BackendStatus backend = left.stream()
                .filter(each -> each.name().equals(node.name()))
                .findFirst()
                .orElse(null);
        if (backend != null) {
            left.remove(backend);
        }
        Traffic traffic = node.role().equals("balancer") ? throughBalancer() : through(backend);
        return new Row(node.name(), node, backend, traffic, facts.usage().get(node.name()));
    }

    private @Nullable Traffic through(@Nullable BackendStatus backend) {
        return backend == null ? null : Traffic.of(backend, facts.trend());
    }

    private @Nullable Traffic throughBalancer() {
        StatusReport report = facts.balancer().value();
        return report == null ? null : Traffic.of(report.statistics(), facts.trend());
    }
}
