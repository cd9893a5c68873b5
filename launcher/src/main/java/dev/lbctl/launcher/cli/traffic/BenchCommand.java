package dev.lbctl.launcher.cli.traffic;

import dev.lbctl.launcher.bench.Bench;
import dev.lbctl.launcher.bench.Plan;
import dev.lbctl.launcher.bench.Result;
import dev.lbctl.launcher.cli.line.Invocation;
import dev.lbctl.launcher.cli.line.OutputFormat;
import dev.lbctl.launcher.client.CallFailure;
import dev.lbctl.launcher.console.BenchView;
import dev.lbctl.launcher.console.ExitCode;
import dev.lbctl.launcher.console.Failure;
import java.io.IOException;
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
    record Report(String url, Result result, long failed, long retried, Map<String, Long> backends) {}

    @Override
    public Integer call() throws IOException {
        Plan plan = options.plan(typed);
        BenchCount before = count();
        BenchView view = new BenchView(typed.output());
        Bench bench = new Bench(plan);
        Signals.register("INT", bench::stop);
        Result result = bench.run(view::show);
        BenchCount counted = countSince(before);
        Plan.Target target = plan.target();
        String url = "http://" + target.authority() + target.message().path();
        Report report = new Report(url, result, result.failed(), counted.retried(), counted.backends());
        format.print(typed.output(), report, List.copyOf(counted.backends().keySet()));
        if (!format.isForProgram()) {
            view.print(result, counted.retried(), counted.backends());
        }
        return (result.answered() == 0 ? ExitCode.FAILED : ExitCode.OK).number();
    }

    /** What came of the load is worth telling without a cluster that is gone by now. */
    private BenchCount countSince(BenchCount before) throws IOException {
        try {
            return count().since(before);
        } catch (Failure | CallFailure.Unreachable gone) {
            typed.output().say("which backends served it is not known: " + gone.getMessage());
            return BenchCount.NONE;
        }
    }

    private BenchCount count() throws IOException {
        return options.isForCluster() ? BenchCount.of(typed.cluster().balancer().status()) : BenchCount.NONE;
    }
}
