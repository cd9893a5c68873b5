package dev.lbctl.launcher.cli.traffic;

import dev.lbctl.balancer.api.AlgorithmReport;
import dev.lbctl.balancer.api.BackendChange;
import dev.lbctl.balancer.api.BackendStatus;
import dev.lbctl.config.AlgorithmKind;
import dev.lbctl.launcher.cli.line.Invocation;
import dev.lbctl.launcher.cli.line.OutputFormat;
import dev.lbctl.launcher.client.BalancerClient;
import dev.lbctl.launcher.cluster.Cluster;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lbctl weight}. */
@Command(
        name = "weight",
        description = "Say how much a backend is to get, compared with the others of its pool.",
        footerHeading = "%nExample:%n",
        footer = "  lbctl weight server-2 3        three times what one of weight 1 gets")
final class WeightCommand implements Callable<Integer> {
    private static final int MOST = 1_000;

    private final Invocation typed;

    @Parameters(index = "0", paramLabel = "BACKEND", description = "A name as lbctl ps shows it.")
    private String name = "";

    @Parameters(index = "1", paramLabel = "N", description = "How much it gets, 1 to 1000.")
    private int weight;

    @Mixin
    private BackendChoice choice = new BackendChoice();

    @Mixin
    private OutputFormat format = new OutputFormat();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    WeightCommand(Invocation typed) {
        this.typed = typed;
    }

    @Override
    public Integer call() throws IOException {
        if (weight < 1 || weight > MOST) {
            throw new ParameterException(
                    spec.commandLine(),
                    "the weight is " + weight + "; write 1 to " + MOST + ", or lbctl drain to give it nothing");
        }
        Cluster cluster = typed.cluster();
        BalancerClient balancer = cluster.balancer();
        BackendStatus backend =
                choice.of(List.of(name), balancer.backends().backends()).get(0);
        BackendStatus now = balancer.change(backend, BackendChange.weight(weight));
        format.print(typed.output(), now, List.of(now.name()));
        if (!format.isForProgram()) {
            typed.output().say(now.name() + " weighs " + now.weight() + " now, and " + backend.weight() + " before");
            remark(cluster, balancer, now.pool());
        }
        return 0;
    }

    /** A weight that does nothing is worth a word. */
    private void remark(Cluster cluster, BalancerClient balancer, String pool) {
        boolean blind = balancer.algorithms().pools().stream()
                .filter(each -> each.pool().equals(pool))
                .map(AlgorithmReport.PoolAlgorithm::algorithm)
                .anyMatch(AlgorithmKind.ROUND_ROBIN.key()::equals);
        if (blind) {
            String hint = cluster.command("algorithm weighted");
            typed.output().say("  round_robin does not look at weights; one that does: " + hint);
        }
    }
}
