package dev.lbctl.launcher.cli.traffic;

import dev.lbctl.balancer.api.BackendStatus;
import dev.lbctl.launcher.bench.Bench;
import dev.lbctl.launcher.bench.Plan;
import dev.lbctl.launcher.bench.Result;
import dev.lbctl.launcher.cli.line.Invocation;
import dev.lbctl.launcher.cli.line.OutputFormat;
import dev.lbctl.launcher.client.BalancerClient;
import dev.lbctl.launcher.console.BenchView;
import dev.lbctl.launcher.console.ExitCode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jline.utils.Signals;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code lbctl bench}. */
@Command(
        name = "bench",
        description = "Send requests, as many as there can be or at a rate, and say what came of them.",
        footerHeading = "%nExample:%n",
        footer = {
            "  lbctl bench                                      10 s of GET /, 50 at once",
            "  lbctl bench --requests 10000 --concurrency 8 --path /api",
            "  lbctl bench --method POST --path /orders --body-file order.json \\",
            "    --header 'Content-Type: application/json'",
            "  lbctl bench --duration 1m --rate 500 -o json     while you kill a server",
            "  lbctl bench --url http://localhost:3000"
        })
final class BenchCommand implements Callable<Integer> {
    private final Invocation typed;

    @Mixin
    private BenchOptions options = new BenchOptions();

    @Mixin
    private OutputFormat format = new OutputFormat();

    BenchCommand(Invocation typed) {
        this.typed = typed;
    }

    /** What {@code -o json} prints. */
    record Report(String url, Result result, long failed, Map<String, Long> backends) {}

    @Override
    public Integer call() throws IOException {
        Plan plan = options.plan(typed);
        List<BackendStatus> before = options.isForCluster() ? backends() : List.of();
        BenchView view = new BenchView(typed.output());
        Bench bench = new Bench(plan);
        Signals.register("INT", bench::stop);
        Result result = bench.run(view::show);
        Map<String, Long> served = options.isForCluster() ? between(before, backends()) : Map.of();
        Plan.Target target = plan.target();
        String url = "http://" + target.authority() + target.message().path();
        format.print(typed.output(), new Report(url, result, result.failed(), served), List.copyOf(served.keySet()));
        if (!format.isForProgram()) {
            view.print(result, served);
        }
        return (result.answered() == 0 ? ExitCode.FAILED : ExitCode.OK).number();
    }

    private List<BackendStatus> backends() throws IOException {
        BalancerClient balancer = typed.cluster().balancer();
        return balancer.backends().backends();
    }

    /** By the balancer's own count, so that what others sent meanwhile is in it. */
    private static Map<String, Long> between(List<BackendStatus> before, List<BackendStatus> after) {
        Map<String, Long> served = new LinkedHashMap<>();
        after.forEach(each -> served.merge(each.name(), each.totalRequests(), Long::sum));
        before.forEach(each ->
                served.computeIfPresent(each.name(), (name, count) -> Math.max(0, count - each.totalRequests())));
        return served;
    }
}
