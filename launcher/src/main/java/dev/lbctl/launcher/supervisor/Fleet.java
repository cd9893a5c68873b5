package dev.lbctl.launcher.supervisor;

import dev.lbctl.launcher.node.NodeRole;
import dev.lbctl.launcher.node.NodeSpec;
import dev.lbctl.launcher.node.NodeState;
import dev.lbctl.launcher.node.NodeView;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** The nodes of a cluster in their order, the balancer first. Owned by the supervisor's thread. */
final class Fleet {
    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, NodeSpec> firsts = new LinkedHashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    Fleet(List<NodeSpec> specs) {
        for (NodeSpec spec : specs) {
            nodes.add(new Node(spec, this::tellChange));
            if (spec.pool() != null) {
                firsts.putIfAbsent(spec.pool(), spec);
            }
        }
    }

    /** Calls back after every change of a node; may be said from any thread. */
    void onChange(Runnable listener) {
        listeners.add(listener);
    }

    void tellChange() {
        listeners.forEach(Runnable::run);
    }

    /** By pool, what a node of it is like. */
    Map<String, NodeSpec> firsts() {
        return firsts;
    }

    NodeSpec first(String pool) {
        return Objects.requireNonNull(firsts.get(pool), pool);
    }

    /** A pool more, or one whose nodes are like this from their next start on. */
    void define(NodeSpec first) {
        String pool = String.valueOf(first.pool());
        firsts.put(pool, first);
        of(pool).forEach(node -> node.define(first.called(node.name())));
    }

    /** A pool less; nothing of it runs any more. */
    void drop(String pool) {
        firsts.remove(pool);
    }

    /** A node more, behind the others of its pool that come before it by number. */
    Node add(NodeSpec spec) {
        Node added = new Node(spec, this::tellChange);
        nodes.add(added);
        Map<String, Integer> places = new HashMap<>();
        firsts.keySet().forEach(pool -> places.put(pool, places.size() + 1));
        nodes.sort(Comparator.<Node>comparingInt(
                        node -> places.getOrDefault(String.valueOf(node.spec().pool()), 0))
                .thenComparingInt(node -> node.spec().index()));
        tellChange();
        return added;
    }

    void remove(Node node) {
        nodes.remove(node);
        tellChange();
    }

    /** The nodes of a pool, by their numbers. */
    List<Node> of(String pool) {
        return nodes.stream()
                .filter(node -> pool.equals(node.spec().pool()))
                .sorted(Comparator.comparingInt(node -> node.spec().index()))
                .toList();
    }

    Optional<Node> find(String name) {
        return nodes.stream().filter(node -> node.name().equals(name)).findFirst();
    }

    /** Those of these names, and those of pools of these names; every node but the balancer when no name is given. */
    List<Node> meant(List<String> names) {
        return names.isEmpty()
                ? others()
                : nodes.stream()
                        .filter(node -> names.contains(node.name())
                                || names.contains(String.valueOf(node.spec().pool())))
                        .toList();
    }

    List<String> names() {
        return nodes.stream().map(Node::name).toList();
    }

    Collection<Node> all() {
        return List.copyOf(nodes);
    }

    Optional<Node> balancer() {
        return all().stream().filter(node -> node.spec().isBalancer()).findFirst();
    }

    boolean balancerIsReady() {
        return balancer().filter(node -> node.state() == NodeState.READY).isPresent();
    }

    /** Everybody but the balancer. */
    List<Node> others() {
        return all().stream().filter(node -> !node.spec().isBalancer()).toList();
    }

    private List<Node> servers() {
        return all().stream()
                .filter(node -> node.spec().role() == NodeRole.SERVER)
                .toList();
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
