package dev.lbctl.launcher.cli.node;

import dev.lbctl.launcher.api.FaultStatus;
import dev.lbctl.launcher.api.NodeStatus;
import dev.lbctl.launcher.cli.line.Invocation;
import dev.lbctl.launcher.cli.line.Known;
import dev.lbctl.launcher.client.SupervisorClient;
import dev.lbctl.launcher.cluster.Cluster;
import dev.lbctl.launcher.console.ExitCode;
import dev.lbctl.launcher.console.Failure;
import java.io.IOException;
import java.util.List;
import java.util.function.BiFunction;
import picocli.CommandLine.Parameters;

/** The nodes a command is for. All names are looked at before anything is done to any of them. */
final class NodeNames {
    @Parameters(paramLabel = "NODE", arity = "1..*", description = "Names as lbctl ps shows them.")
    private List<String> names = List.of();

    static NodeNames of(List<String> names) {
        NodeNames nodes = new NodeNames();
        nodes.names = names;
        return nodes;
    }

    /** Brings up one after the other; fails at the first that does not come up. */
    void eachReady(Invocation typed, BiFunction<SupervisorClient, String, NodeStatus> action) throws IOException {
        each(typed, (supervisor, name) -> {
            NodeStatus node = action.apply(supervisor, name);
            if (!node.state().equals("ready")) {
                throw new Failure(ExitCode.FAILED, name + state(node), "its log: " + node.log());
            }
            return node;
        });
    }

    /** Does it to one after the other, and says what came of each. */
    void each(Invocation typed, BiFunction<SupervisorClient, String, NodeStatus> action) throws IOException {
        Cluster cluster = typed.cluster();
        SupervisorClient supervisor = cluster.supervisor();
        Known known = new Known(
                "node",
                supervisor.nodes().nodes().stream().map(NodeStatus::name).toList());
        names.forEach(known::check);
        for (String name : names) {
            NodeStatus node = action.apply(supervisor, name);
            typed.output().say(name + state(node));
            if (node.state().equals("stopped")) {
                typed.output().say("  to have it back: " + cluster.command("start") + " " + name);
            }
        }
    }

    /** Whether no running server is left when these are gone. */
    boolean areAllServers(Invocation typed) throws IOException {
        List<String> servers = typed.cluster().supervisor().nodes().nodes().stream()
                .filter(node -> node.role().equals("server") && node.pid() != null)
                .map(NodeStatus::name)
                .toList();
        return !servers.isEmpty() && names.containsAll(servers);
    }

    private static String state(NodeStatus node) {
        FaultStatus fault = node.fault();
        if (fault != null && fault.secondsLeft() > 0) {
            return " " + fault.sentence();
        }
        Long pid = node.pid();
        return switch (node.state()) {
            case "crashed" -> " has crashed: " + node.reason();
            case "failed" -> " could not be started: " + node.reason();
            default -> " is " + node.state() + ": " + (pid == null ? node.reason() : node.address() + ", pid " + pid);
        };
    }
}
