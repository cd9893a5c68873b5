package dev.lbctl.launcher.supervisor;

import dev.lbctl.launcher.node.NodeSpec;
import dev.lbctl.launcher.node.NodeState;
import dev.lbctl.launcher.node.NodeView;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The nodes of a cluster in their order, the balancer first. Owned by the supervisor's thread. */
final class Fleet {
    private final Map<String, Node> nodes = new LinkedHashMap<>();

    Fleet(List<NodeSpec> specs, Runnable changed) {
        specs.forEach(spec -> nodes.put(spec.name(), new Node(spec, changed)));
    }

    Optional<Node> find(String name) {
        return Optional.ofNullable(nodes.get(name));
    }

    List<String> names() {
        return List.copyOf(nodes.keySet());
    }

    Collection<Node> all() {
        return nodes.values();
    }

    Optional<Node> balancer() {
        return all().stream().filter(node -> node.spec().isBalancer()).findFirst();
    }

    boolean balancerIsReady() {
        return balancer().filter(node -> node.state() == NodeState.READY).isPresent();
    }

    List<Node> servers() {
        return all().stream().filter(node -> !node.spec().isBalancer()).toList();
    }

    List<Node> readyServers() {
        return servers().stream()
                .filter(node -> node.state() == NodeState.READY)
                .toList();
    }

    /** The servers the balancer should have. */
    List<NodeSpec> members() {
        return servers().stream().filter(Node::isMember).map(Node::spec).toList();
    }

    /** The ports of everybody but one node, running or not. */
    Set<Integer> portsBeside(Node one) {
        return all().stream()
                .filter(node -> node != one)
                .map(node -> node.spec().address().port())
                .collect(Collectors.toSet());
    }

    List<NodeView> views() {
        return all().stream().map(Node::view).toList();
    }
}
