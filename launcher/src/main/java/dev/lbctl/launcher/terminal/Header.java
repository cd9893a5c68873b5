package dev.lbctl.launcher.terminal;

import dev.lbctl.balancer.api.BackendStatus;
import dev.lbctl.balancer.api.PoolStatus;
import dev.lbctl.balancer.api.Statistics;
import dev.lbctl.balancer.api.StatusReport;
import dev.lbctl.launcher.api.ClusterStatus;
import dev.lbctl.launcher.text.Figures;
import dev.lbctl.launcher.text.Look;
import dev.lbctl.launcher.text.Tone;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;

/** The cluster as a whole: what it is, how it does, and whether what the screen shows is true now. */
record Header(Look look, Model model) {
    List<AttributedString> lines() {
        List<AttributedString> lines = new ArrayList<>(List.of(cluster(), traffic()));
        List<String> problems = model.facts().problems(model.now());
        if (problems.isEmpty()) {
            lines.add(AttributedString.EMPTY);
        }
        problems.forEach(problem -> lines.add(look.text(problem, Tone.BAD)));
        return lines;
    }

    private AttributedString cluster() {
        var line = new AttributedStringBuilder();
        ClusterStatus status = model.facts().cluster().value();
        StatusReport report = model.facts().balancer().value();
        line.append(look.text("lbctl", Tone.ACCENT));
        if (status != null) {
            Tone tone = status.phase().equals("ready") ? Tone.GOOD : Tone.CAREFUL;
            line.append(look.text(" " + status.cluster(), Tone.STRONG)).append(look.text("  " + status.phase(), tone));
            line.append(look.text("  up " + Figures.uptime(status.uptimeSeconds()), Tone.PLAIN));
        }
        if (report != null) {
            line.append(look.text("  " + report.algorithm(), Tone.PLAIN));
        }
        if (model.paused()) {
            line.append(look.text("  PAUSED, p goes on", Tone.CAREFUL));
        }
        if (status != null) {
            line.append(look.text("  " + status.urls().traffic(), Tone.FAINT));
        }
        return line.toAttributedString();
    }

    private AttributedString traffic() {
        StatusReport report = model.facts().balancer().value();
        if (report == null) {
            return look.text("waiting for the balancer", Tone.FAINT);
        }
        Statistics statistics = report.statistics();
        long healthy =
                report.backendServers().stream().filter(BackendStatus::healthy).count();
        int all = report.backendServers().size();
        var line = new AttributedStringBuilder();
        line.append(look.text(Figures.decimal(statistics.requestsPerSecond(), 1) + " req/s", Tone.STRONG));
        line.append(look.text(
                "  success " + Figures.percent(statistics.successRate()),
                statistics.failedRequests() == 0 ? Tone.GOOD : Tone.CAREFUL));
        line.append(look.text("  healthy " + healthy + "/" + all, healthy == all ? Tone.GOOD : Tone.BAD));
        if (report.pools().stream().anyMatch(PoolStatus::panic)) {
            line.append(look.text("  PANIC, all are used", Tone.BAD));
        }
        line.append(look.text("  active " + statistics.inFlight(), Tone.PLAIN));
        line.append(look.text("  failed " + Figures.count(statistics.failedRequests()), Tone.PLAIN));
        line.append(look.text("  retries " + Figures.count(statistics.retries()), Tone.PLAIN));
        return line.toAttributedString();
    }
}
