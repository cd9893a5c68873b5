package dev.lbctl.launcher.node;

import static dev.lbctl.launcher.node.NodeState.CRASHED;
import static dev.lbctl.launcher.node.NodeState.FAILED;
import static dev.lbctl.launcher.node.NodeState.READY;
import static dev.lbctl.launcher.node.NodeState.STARTING;
import static dev.lbctl.launcher.node.NodeState.STOPPED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.config.Address;
import dev.lbctl.launcher.process.Program;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StartRuleTest {

    @Test
    void it_waits_for_everybody_who_starts_for_the_first_time() {
        assertThat(StartRule.isComplete(cluster(READY, READY, STARTING))).isFalse();
        assertThat(StartRule.isComplete(cluster(STARTING, READY, READY))).isFalse();
        assertThat(StartRule.isComplete(cluster(READY, READY, READY))).isTrue();
    }

    @Test
    void a_cluster_without_servers_of_its_own_needs_only_its_balancer() {
        assertThat(StartRule.isComplete(cluster(READY))).isTrue();
    }

    @Test
    void one_server_that_cannot_start_does_not_hold_up_the_others() {
        assertThat(StartRule.isComplete(cluster(READY, READY, CRASHED))).isTrue();
        assertThat(StartRule.isComplete(cluster(READY, FAILED, READY))).isTrue();
    }

    @Test
    void without_its_balancer_the_cluster_has_failed() {
        assertThat(StartRule.failure(cluster(CRASHED, READY, READY)))
                .map(NodeView::name)
                .hasValue("node-0");
    }

    @Test
    void without_any_server_the_cluster_has_failed_and_the_first_is_named() {
        assertThat(StartRule.failure(cluster(STARTING, CRASHED, STOPPED)))
                .map(NodeView::name)
                .hasValue("node-1");
        assertThat(StartRule.failure(cluster(STARTING, CRASHED, STARTING))).isEmpty();
    }

    @Test
    void a_server_that_is_started_again_after_its_crash_is_not_the_one_that_is_named() {
        List<NodeView> nodes = new ArrayList<>(cluster(STARTING, CRASHED, CRASHED));
        NodeView crashed = nodes.get(1);
        nodes.set(1, new NodeView(crashed.spec(), STARTING, "starting", null, null, 1, null));

        assertThat(StartRule.failure(nodes)).map(NodeView::name).hasValue("node-2");
    }

    private static List<NodeView> cluster(NodeState... states) {
        List<NodeView> nodes = new ArrayList<>();
        for (NodeState state : states) {
            NodeRole role = nodes.isEmpty() ? NodeRole.BALANCER : NodeRole.SERVER;
            NodeSpec spec = new NodeSpec(
                    "node-" + nodes.size(),
                    role,
                    null,
                    new Program(List.of("true"), null, Map.of(), Path.of("log")),
                    new Address("127.0.0.1", 1),
                    new NodeSpec.Health(null, "/health", Duration.ofSeconds(1)),
                    NodeSpec.Care.USUAL);
            nodes.add(new NodeView(spec, state, "", null, null, state == CRASHED ? 1 : 0, null));
        }
        return nodes;
    }
}
