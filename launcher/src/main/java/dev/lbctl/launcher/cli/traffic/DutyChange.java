package dev.lbctl.launcher.cli.traffic;

import dev.lbctl.balancer.api.BackendChange;
import dev.lbctl.balancer.api.BackendList;
import dev.lbctl.balancer.api.BackendStatus;
import dev.lbctl.config.yaml.Durations;
import dev.lbctl.launcher.cli.line.Invocation;
import dev.lbctl.launcher.cli.line.OutputFormat;
import dev.lbctl.launcher.cli.line.TimeOption;
import dev.lbctl.launcher.client.BalancerClient;
import dev.lbctl.launcher.console.Output;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the verbs {@code drain}, {@code ready} and {@code maint} have in common: for whom, how long, and whether to wait. */
final class DutyChange {
    @Parameters(paramLabel = "BACKEND", arity = "1..*", description = "Names as lbctl ps shows them.")
    private List<String> names = List.of();

    @Option(
            names = "--for",
            paramLabel = "TIME",
            converter = TimeOption.class,
            description = "Only for this time, e.g. 10m; then it is by itself what it was before.")
    private @Nullable Duration lasts;

    @Option(names = "--wait", description = "Come back only when nothing is left to wait for.")
    private boolean wait;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            converter = TimeOption.class,
            defaultValue = "60s",
            description = "How long to wait; 60s when left out. After that the exit code is 4.")
    private Duration timeout = Duration.ofSeconds(60);

    @Mixin
    private BackendChoice choice = new BackendChoice();

    @Mixin
    private OutputFormat format = new OutputFormat();

    /** All names are looked at before anything is done to any of them. */
    int apply(Invocation typed, String duty) throws IOException {
        BalancerClient balancer = typed.cluster().balancer();
        Output output = typed.output();
        Duration time = lasts;
        BackendChange change = BackendChange.duty(duty, time == null ? null : Durations.format(time));
        List<BackendStatus> changed = new ArrayList<>();
        for (BackendStatus backend : choice.of(names, balancer.backends().backends())) {
            BackendStatus now = balancer.change(backend, change);
            changed.add(now);
            if (!format.isForProgram()) {
                output.say(words(now));
            }
        }
        if (wait) {
            changed = new DutyWait(balancer, output, timeout).await(changed);
        }
        format.print(
                output,
                new BackendList(changed),
                changed.stream().map(BackendStatus::name).toList());
        return 0;
    }

    private String words(BackendStatus backend) {
        String until = lasts == null || backend.until() == null ? "" : " for " + Durations.format(lasts);
        return backend.name()
                + switch (backend.duty()) {
                    case "drain" -> " gets nothing new" + until + "; it has " + DutyWait.underWay(backend);
                    case "maint" ->
                        " gets neither traffic nor probes" + until + "; it has " + DutyWait.underWay(backend);
                    default ->
                        " takes traffic" + until + (backend.healthy() ? "" : " once it is up: " + backend.reason());
                };
    }
}
