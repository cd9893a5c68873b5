package dev.lbctl.launcher.cli.node;

import dev.lbctl.launcher.api.NodeStatus;
import dev.lbctl.launcher.cli.line.Invocation;
import dev.lbctl.launcher.client.SupervisorClient;
import dev.lbctl.launcher.console.ExitCode;
import dev.lbctl.launcher.console.Failure;
import dev.lbctl.launcher.text.Figures;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lbctl scale}. */
@Command(
        name = "scale",
        description = {
            "Have more or fewer nodes of a pool; those that go finish what they have. Lasts until lbctl down.",
            "What comes is waited for."
        },
        footerHeading = "%nExample:%n",
        footer = {"  lbctl scale 8", "  lbctl scale api=3 worker=1"})
final class ScaleCommand implements Callable<Integer> {
    private static final Pattern FORM = Pattern.compile("(?:([A-Za-z0-9][A-Za-z0-9_.-]*)=)?([0-9]{1,3})");

    private final Invocation typed;

    @Parameters(
            paramLabel = "[POOL=]N",
            arity = "1..*",
            description = "How many nodes, 0 to 200; of the pool default when none is named.")
    private List<String> orders = List.of();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    ScaleCommand(Invocation typed) {
        this.typed = typed;
    }

    @Override
    public Integer call() throws IOException {
        List<Matcher> forms = orders.stream().map(this::parsed).toList();
        SupervisorClient supervisor = typed.cluster().supervisor();
        for (Matcher form : forms) {
            String pool = form.group(1) == null ? "default" : form.group(1);
            List<NodeStatus> nodes =
                    supervisor.scale(pool, Integer.parseInt(form.group(2))).nodes();
            report(pool, nodes);
        }
        return 0;
    }

    private Matcher parsed(String order) {
        Matcher form = FORM.matcher(order);
        if (!form.matches()) {
            throw new ParameterException(
                    spec.commandLine(), "\"" + order + "\" is no number of nodes; write 8, or POOL=8");
        }
        return form;
    }

    private void report(String pool, List<NodeStatus> nodes) {
        long ready = nodes.stream().filter(node -> node.state().equals("ready")).count();
        typed.output().say(pool + " has " + Figures.counted(nodes.size(), "node") + ", " + ready + " ready");
        nodes.stream()
                .filter(node -> node.state().equals("crashed") || node.state().equals("failed"))
                .findFirst()
                .ifPresent(node -> {
                    throw new Failure(
                            ExitCode.FAILED,
                            node.name() + " did not become ready: " + node.reason(),
                            "its log: " + node.log());
                });
    }
}
