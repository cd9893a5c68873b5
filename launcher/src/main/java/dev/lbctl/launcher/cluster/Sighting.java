package dev.lbctl.launcher.cluster;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.lbctl.balancer.api.BackendStatus;
import dev.lbctl.launcher.api.ClusterStatus;
import dev.lbctl.launcher.api.NodeStatus;
import dev.lbctl.launcher.client.BalancerClient;
import dev.lbctl.launcher.client.CallFailure;
import dev.lbctl.launcher.client.SupervisorClient;
import dev.lbctl.launcher.rundir.ClusterRecord;
import dev.lbctl.launcher.rundir.NodeRecord;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What can be seen of a cluster.
 *
 * @param cluster what its launcher tells, or, when that is gone, what the run directory proves
 * @param backends what its balancer tells; none when it does not answer
 */
public record Sighting(@JsonUnwrapped ClusterStatus cluster, List<BackendStatus> backends) {
    /** The phase of a cluster without launcher, and the state of its nodes: they run, and nobody looks after them. */
    public static final String UNSUPERVISED = "unsupervised";

    /** Fails when nothing of the cluster runs. */
    public static Sighting of(Cluster cluster) throws IOException {
        return new Sighting(status(cluster), backends(cluster));
    }

    /** Of the nodes, then of the backends that no node runs. */
    public List<String> names() {
        Stream<String> nodes = cluster.nodes().stream().map(NodeStatus::name);
        return Stream.concat(nodes, backends.stream().map(BackendStatus::name))
                .distinct()
                .toList();
    }

    private static List<BackendStatus> backends(Cluster cluster) throws IOException {
        ClusterRecord record = cluster.directory().clusterRecord().read().orElse(null);
        try {
            return record == null
                    ? List.of()
                    : new BalancerClient(record.admin(), cluster.token())
                            .backends()
                            .backends();
        } catch (CallFailure silent) {
            return List.of();
        }
    }

    private static ClusterStatus status(Cluster cluster) throws IOException {
        List<NodeRecord> orphans = cluster.orphans();
        ClusterRecord record = cluster.directory().clusterRecord().read().orElse(null);
        if (orphans.isEmpty() || record == null) {
            SupervisorClient supervisor = cluster.supervisor();
            return supervisor.status();
        }
        String management = record.management().url();
        ClusterStatus.Urls urls = new ClusterStatus.Urls(
                record.listener().url(), record.admin().url(), management, management + "/dashboard");
        List<NodeStatus> nodes =
                orphans.stream().map(orphan -> status(cluster, orphan)).toList();
        return new ClusterStatus(
                cluster.name(), "", UNSUPERVISED, record.launcher().pid(), 0, urls, nodes);
    }

    private static NodeStatus status(Cluster cluster, NodeRecord node) {
        Duration uptime = Duration.between(node.process().started(), Instant.now());
        return new NodeStatus(
                node.name(),
                node.role().key(),
                node.address().toString(),
                node.process().pid(),
                UNSUPERVISED,
                0,
                uptime.toMillis() / 1000.0,
                "the launcher is gone",
                cluster.directory().log(node.name()).path().toString(),
                null);
    }
}
