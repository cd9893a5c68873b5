package dev.lbctl.launcher.cli.traffic;

import dev.lbctl.balancer.api.BackendStatus;
import dev.lbctl.launcher.cli.line.Known;
import dev.lbctl.launcher.console.ExitCode;
import dev.lbctl.launcher.console.Failure;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which of the balancer's backends are meant by their names. */
final class BackendChoice {
    @Option(names = "--pool", paramLabel = "POOL", description = "Where, when several pools have one of that name.")
    private @Nullable String pool;

    /** One for each name; fails when one is not known, or in several pools. */
    List<BackendStatus> of(List<String> names, List<BackendStatus> all) {
        String wanted = pool;
        if (wanted != null) {
            new Known("pool", all.stream().map(BackendStatus::pool).distinct().toList()).check(wanted);
        }
        List<BackendStatus> possible = all.stream()
                .filter(each -> wanted == null || each.pool().equals(wanted))
                .toList();
        Known known = new Known(
                "backend", possible.stream().map(BackendStatus::name).distinct().toList());
        names.forEach(known::check);
        return names.stream().distinct().map(name -> only(name, possible)).toList();
    }

    private static BackendStatus only(String name, List<BackendStatus> possible) {
        List<BackendStatus> found =
                possible.stream().filter(each -> each.name().equals(name)).toList();
        if (found.size() > 1) {
            String pools = found.stream().map(BackendStatus::pool).collect(Collectors.joining(", "));
            throw new Failure(
                    ExitCode.USAGE, "\"" + name + "\" is in the pools " + pools, "say which one: --pool NAME");
        }
        return found.get(0);
    }
}
