package dev.lbctl.launcher.node;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * When the start of a cluster is over: it needs its balancer and, if it has servers, at least one of them. A server that
 * crashed once no longer holds up the others.
 */
public final class StartRule {

    private StartRule() {}

    /** Whether the balancer is ready and nobody is waited for. */
    public static boolean isComplete(List<NodeView> nodes) {
        return failure(nodes).isEmpty()
                && nodes.stream().noneMatch(StartRule::isPending)
                && nodes.stream().allMatch(node -> !node.spec().isBalancer() || node.state() == NodeState.READY);
    }

    /** The node because of which the cluster cannot start, one that can tell why if there is one; empty while it still can. */
    public static Optional<NodeView> failure(List<NodeView> nodes) {
        List<NodeView> servers = nodes.stream()
                .filter(node -> node.spec().role() == NodeRole.SERVER)
                .toList();
        boolean serversLost = servers.stream().noneMatch(StartRule::mayServe);
        return nodes.stream()
                .filter(node -> switch (node.spec().role()) {
                    case BALANCER -> !mayServe(node);
                    case SERVER -> serversLost;
                    case WORKER -> false;
                })
                .min(Comparator.comparing(node -> node.state() == NodeState.STARTING));
    }

    private static boolean mayServe(NodeView node) {
        return node.state() == NodeState.READY || isPending(node);
    }

    private static boolean isPending(NodeView node) {
        return node.state() == NodeState.STARTING && node.crashes() == 0;
    }
}
