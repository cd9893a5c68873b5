package dev.lbctl.launcher.view;

import dev.lbctl.balancer.api.StatusReport;
import dev.lbctl.launcher.api.ClusterStatus;
import dev.lbctl.launcher.board.Model;
import dev.lbctl.launcher.text.Figures;
import dev.lbctl.launcher.text.Look;
import dev.lbctl.launcher.text.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;

/** The cluster as a whole: what it is, how it does, and whether what the screen shows is true now. */
record Header(Look look, Model model) {

    List<AttributedString> lines() {
        int width = model.size().width();
        List<AttributedString> lines = new ArrayList<>();
        lines.add(Beside.ends(look, identity(), connection(), width));
        lines.addAll(new Tiles(look, model.facts()).lines(width));
        List<String> problems = model.facts().problems(model.now());
        problems.forEach(problem -> lines.add(look.text(" " + problem, Tone.BAD)));
        if (problems.isEmpty()) {
            lines.add(look.text(shown(), Tone.CAREFUL));
        }
        return lines;
    }

    /** Which cluster it is, and how it is set. */
    AttributedString identity() {
        var line = new AttributedStringBuilder();
        line.append(look.text(" lbctl ", Tone.ACCENT));
        ClusterStatus status = model.facts().cluster().value();
        StatusReport report = model.facts().balancer().value();
        if (status != null) {
            Tone tone = status.phase().equals("ready") ? Tone.GOOD : Tone.CAREFUL;
            line.append(look.text(status.cluster(), Tone.STRONG)).append(look.text("  " + status.phase(), tone));
            line.append(look.text("  up " + Figures.uptime(status.uptimeSeconds()), Tone.PLAIN));
        }
        if (report != null) {
            line.append(look.text("  " + algorithm(report), Tone.PLAIN));
        }
        if (status != null) {
            line.append(look.text("  " + status.urls().traffic(), Tone.FAINT));
        }
        return line.toAttributedString();
    }

    private static String algorithm(StatusReport report) {
        long kinds =
                report.pools().stream().map(pool -> pool.algorithm()).distinct().count();
        return kinds > 1 ? report.pools().size() + " pools" : report.algorithm();
    }

    /** Whether both sides answer, and what else a reader has to know before trusting the screen. */
    private AttributedString connection() {
        var line = new AttributedStringBuilder();
        if (model.readOnly()) {
            line.append(look.text("read-only  ", Tone.FAINT));
        }
        if (model.focus().paused()) {
            line.append(look.text("PAUSED, p goes on  ", Tone.CAREFUL));
        }
        boolean silent = !model.facts().problems(model.now()).isEmpty();
        boolean known = Optional.ofNullable(model.facts().cluster().value()).isPresent()
                && Optional.ofNullable(model.facts().balancer().value()).isPresent();
        String sign = look.sign(silent ? "○ " : "● ", "");
        if (silent) {
            line.append(look.text(sign + "not connected ", Tone.BAD));
        } else {
            line.append(look.text(sign + (known ? "live " : "connecting "), known ? Tone.GOOD : Tone.CAREFUL));
        }
        return line.toAttributedString();
    }

    /** What of the members is shown, when that is not all of them in their own order. */
    private String shown() {
        String filter = model.focus().filter();
        String title = model.focus().order().title();
        String only = filter.isEmpty()
                ? ""
                : " only \"" + filter + "\": " + model.rows().size() + " of "
                        + model.facts().rows().size();
        String by = title.isEmpty() ? "" : " by " + title + (model.focus().reversed() ? ", reversed" : "");
        return only + by;
    }
}
