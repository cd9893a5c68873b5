package dev.lbctl.launcher.cli.look;

import dev.lbctl.balancer.api.Explanation;
import dev.lbctl.launcher.cli.line.Invocation;
import dev.lbctl.launcher.cli.line.OutputFormat;
import dev.lbctl.launcher.client.BalancerClient;
import dev.lbctl.launcher.console.ExplanationView;
import dev.lbctl.launcher.console.Output;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lbctl explain}. */
@Command(
        name = "explain",
        description = "Say why a request went where it went, or where one would go now. Nothing is sent.",
        footerHeading = "%nExample:%n",
        footer = {
            "  lbctl explain 42                          the 42nd request since the balancer started",
            "  lbctl explain 9f1c22ab74d0e35b            the one with this X-Request-Id",
            "  lbctl explain --request GET http://localhost:8000/users",
            "  lbctl explain --request GET http://api.example.org/ --client 10.0.0.7 --header 'Cookie: user=7'"
        })
final class ExplainCommand implements Callable<Integer> {
    private final Invocation typed;

    @Parameters(paramLabel = "ID", arity = "0..1", description = "A number or X-Request-Id, of the last 1000 requests.")
    private @Nullable String id;

    @Option(
            names = "--request",
            arity = "2",
            paramLabel = "METHOD URL",
            hideParamSyntax = true,
            description = "A request that is not sent.")
    private List<String> request = new ArrayList<>();

    @Option(names = "--client", paramLabel = "ADDRESS", description = "Its client; 127.0.0.1 when left out.")
    private @Nullable String client;

    @Option(names = "--header", paramLabel = "NAME:VALUE", description = "A field of its header; as often as needed.")
    private List<String> headers = new ArrayList<>();

    @Mixin
    private OutputFormat format = new OutputFormat();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    ExplainCommand(Invocation typed) {
        this.typed = typed;
    }

    @Override
    public Integer call() throws IOException {
        if ((id == null) == (request.size() != 2)) {
            throw new ParameterException(
                    spec.commandLine(), "write the ID of one request, or --request METHOD URL once");
        }
        BalancerClient balancer = typed.cluster().balancer();
        Explanation explanation = id == null
                ? balancer.foresee(new BalancerClient.Supposed(request.get(0), request.get(1), client, headers))
                : balancer.explain(id);
        Output output = typed.output();
        switch (format.format()) {
            case json -> output.json(explanation);
            case name ->
                Optional.ofNullable(explanation.choice())
                        .map(Explanation.Choice::backend)
                        .ifPresent(output::line);
            case table -> new ExplanationView(output).print(explanation);
        }
        return 0;
    }
}
