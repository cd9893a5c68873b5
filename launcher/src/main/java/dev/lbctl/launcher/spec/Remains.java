package dev.lbctl.launcher.spec;

import dev.lbctl.config.Address;
import dev.lbctl.launcher.node.NodeView;
import dev.lbctl.launcher.process.Child;
import dev.lbctl.launcher.rundir.ClusterRecord;
import dev.lbctl.launcher.rundir.NodeRecord;
import dev.lbctl.launcher.rundir.RunDirectory;
import dev.lbctl.launcher.rundir.ScaleRecord;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an earlier launcher that did not stop its cluster has left in the run directory.
 *
 * @param cluster where the cluster listened; null when nothing of it runs any more
 * @param addresses of its nodes, running or not; empty when none runs
 * @param copies how many nodes a person wanted, by pool; a pool that nobody scaled is not in it
 * @param survivors the nodes that still run, by name, in their order
 */
public record Remains(
        @Nullable ClusterRecord cluster,
        Map<String, Address> addresses,
        Map<String, Child> survivors,
        Map<String, Integer> copies) {

    public static Remains in(RunDirectory directory) throws IOException {
        Map<String, Address> addresses = new HashMap<>();
        Map<String, Child> survivors = new LinkedHashMap<>();
        for (NodeRecord node : directory.nodes().read()) {
            addresses.put(node.name(), node.address());
            Child.adopt(node.process()).ifPresent(child -> survivors.put(node.name(), child));
        }
        Map<String, Integer> copies =
                directory.scaleRecord().read().map(ScaleRecord::copies).orElse(Map.of());
        return survivors.isEmpty()
                ? new Remains(null, Map.of(), Map.of(), Map.of())
                : new Remains(directory.clusterRecord().read().orElse(null), addresses, survivors, copies);
    }

    /** Nothing is left of anybody, and these nodes are where they are. */
    public static Remains at(List<NodeView> nodes) {
        return new Remains(
                null,
                nodes.stream()
                        .collect(Collectors.toMap(
                                NodeView::name, node -> node.spec().address())),
                Map.of(),
                Map.of());
    }

    public boolean hasBalancer() {
        return survivors.containsKey(NodeSpecs.BALANCER);
    }
}
