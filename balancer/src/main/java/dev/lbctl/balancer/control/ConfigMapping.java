package dev.lbctl.balancer.control;

import dev.lbctl.balancer.api.ConfigReport;
import dev.lbctl.balancer.api.ConfigStatus;
import dev.lbctl.balancer.api.ErrorBody;
import dev.lbctl.balancer.api.Problem;
import dev.lbctl.balancer.reload.Difference;
import dev.lbctl.balancer.reload.ReloadFailure;
import dev.lbctl.balancer.reload.ReloadResult;
import dev.lbctl.balancer.reload.Reloader;
import dev.lbctl.balancer.surface.Refusal;
import dev.lbctl.config.file.ConfigProblem;
import java.util.List;

/** Words of a replaced configuration as those of the wire. */
final class ConfigMapping {

    private ConfigMapping() {}

    static ConfigStatus status(Reloader reloader) {
        ReloadFailure failure = reloader.lastFailure();
        return new ConfigStatus(
                reloader.now().since(),
                reloader.now().by(),
                failure == null ? null : new ConfigStatus.Failure(failure.time(), failure.by(), failure.why()));
    }

    static ConfigReport report(ReloadResult.Accepted accepted, boolean applied) {
        Difference difference = accepted.difference();
        return new ConfigReport(
                applied,
                difference.words(),
                names(difference.pools()),
                names(difference.members()),
                difference.changes().stream()
                        .map(change -> new ConfigReport.Change(
                                change.key(), change.pool(), change.member(), change.before(), change.after()))
                        .toList(),
                accepted.notes());
    }

    static Refusal refusal(int status, String error, List<ConfigProblem> problems) {
        ConfigProblem first = problems.get(0);
        int more = problems.size() - 1;
        String detail = first.what() + (more == 0 ? "" : ", and " + more + " more: see problems");
        return new Refusal(
                status,
                new ErrorBody(
                        error,
                        detail,
                        first.fix(),
                        problems.stream().map(ConfigMapping::problem).toList()));
    }

    private static Problem problem(ConfigProblem problem) {
        return new Problem(problem.file(), problem.line(), problem.column(), problem.what(), problem.fix());
    }

    private static ConfigReport.Names names(Difference.Names names) {
        return new ConfigReport.Names(names.added(), names.removed(), names.changed());
    }
}
