package dev.lbctl.launcher.management;

import dev.lbctl.balancer.api.ConfigReport;
import dev.lbctl.balancer.api.ErrorBody;
import dev.lbctl.balancer.api.Problem;
import dev.lbctl.balancer.surface.Refusal;
import dev.lbctl.config.file.ConfigProblem;
import dev.lbctl.launcher.api.ReloadReport;
import dev.lbctl.launcher.reload.Outcome;
import dev.lbctl.launcher.reload.Reload;
import io.javalin.http.Context;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** {@code POST /reload}: has the cluster go by what its file says now; with {@code ?dry_run=true} only looks. */
record ReloadEndpoint(Reload reload) {
    private static final String BY = "lbctl reload";

    /** Answered when it is in force, or refused. */
    void reload(Context request) {
        boolean dryRun = Boolean.parseBoolean(request.queryParam("dry_run"));
        request.future(() -> CompletableFuture.supplyAsync(
                        () -> reload.run(BY, dryRun), task -> new Thread(task, "reload").start())
                .thenAccept(outcome -> request.json(report(outcome))));
    }

    private ReloadReport report(Outcome outcome) {
        if (outcome instanceof Outcome.Done done) {
            Path file = reload.source().file();
            return new ReloadReport(
                    done.applied(),
                    file == null ? null : file.toString(),
                    done.words(),
                    done.difference().changes().stream()
                            .map(change -> new ConfigReport.Change(
                                    change.key(), change.pool(), change.member(), change.before(), change.after()))
                            .toList(),
                    done.nodes(),
                    done.notes(),
                    done.restarting());
        } else if (outcome instanceof Outcome.Invalid invalid) {
            throw refusal(400, "invalid_configuration", invalid.problems());
        } else if (outcome instanceof Outcome.Fixed fixed) {
            throw refusal(409, "restart_needed", fixed.problems());
        }
        Outcome.Failed failed = (Outcome.Failed) outcome;
        throw new Refusal(409, new ErrorBody("not_now", failed.why(), failed.hint()));
    }

    private static Refusal refusal(int status, String error, List<ConfigProblem> problems) {
        ConfigProblem first = problems.get(0);
        int more = problems.size() - 1;
        String detail = first.what() + (more == 0 ? "" : ", and " + more + " more: see problems");
        List<Problem> all = problems.stream()
                .map(each -> new Problem(each.file(), each.line(), each.column(), each.what(), each.fix()))
                .toList();
        return new Refusal(status, new ErrorBody(error, detail, first.fix(), all));
    }
}
