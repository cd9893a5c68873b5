package dev.lbctl.launcher.console;

import dev.lbctl.launcher.bench.Bench.Stage;
import dev.lbctl.launcher.bench.Result;
import dev.lbctl.launcher.text.Figures;
import dev.lbctl.launcher.text.Tone;
import java.util.Map;
import org.jline.utils.AttributedString;

/** A load and what came of it: a bar while it lasts, for who sits at a terminal, then the figures. */
public final class BenchView {
    private static final int BAR = 30;
    private static final String LINE_START = "\r\033[K";

    private final Output output;

    public BenchView(Output output) {
        this.output = output;
    }

    public void show(Stage stage) {
        if (output.isLively()) {
            String bar = output.look().bar(stage.fraction(), BAR).toString();
            long rate = Math.round(stage.answered() / Math.max(0.001, stage.seconds()));
            String text = String.format(
                    "%s%-" + BAR + "s %3.0f%%  %s a second, %s failed",
                    LINE_START,
                    bar,
                    100 * stage.fraction(),
                    Figures.count(rate),
                    Figures.count(stage.failed()));
            output.messages().print(text);
            output.messages().flush();
        }
    }

    /**
     * The figures.
     *
     * @param retried how many attempts of the balancer followed one that had failed
     * @param backends how many each has served, as far as that is known
     */
    public void print(Result result, long retried, Map<String, Long> backends) {
        if (output.isLively()) {
            output.messages().print(LINE_START);
        }
        fact(
                "answers",
                result.answered() + " in " + Figures.decimal(result.seconds(), 1) + " s, "
                        + Math.round(result.perSecond()) + " a second");
        if (result.answered() > 0) {
            fact("latency", text(result.latency()));
        }
        facts("status", result.statuses(), Tone.PLAIN);
        facts("error", result.errors(), Tone.BAD);
        if (retried > 0) {
            String times = retried == 1 ? "once" : retried + " times";
            fact("retried", times + ": an attempt had failed, and the balancer made another one");
        }
        shares(backends, result.answered());
    }

    private static String text(Result.Latency latency) {
        return "mean " + Figures.latency(latency.mean()) + ", p50 " + Figures.latency(latency.p50())
                + ", p90 " + Figures.latency(latency.p90()) + ", p99 " + Figures.latency(latency.p99())
                + ", p99.9 " + Figures.latency(latency.p999()) + ", max " + Figures.latency(latency.max());
    }

    /** One that leaves its pool is counted anew when it comes back. */
    private void shares(Map<String, Long> backends, long answered) {
        long all = backends.values().stream().mapToLong(Long::longValue).sum();
        String name = "backend";
        for (Map.Entry<String, Long> each : backends.entrySet()) {
            double share = all == 0 ? 0 : (double) each.getValue() / all;
            String text = String.format("%-12s %9d  %5.1f %%  ", each.getKey(), each.getValue(), 100 * share);
            output.line(AttributedString.join(
                    AttributedString.EMPTY,
                    title(name),
                    output.toned(text, Tone.PLAIN),
                    output.look().bar(share, BAR)));
            name = "";
        }
        if (0 < all && all < answered) {
            fact("", "of " + all + " answers; what a backend served before it was restarted is not in it");
        }
    }

    private <K> void facts(String name, Map<K, Long> counts, Tone tone) {
        String title = name;
        for (Map.Entry<K, Long> each : counts.entrySet()) {
            AttributedString text = output.toned(each.getKey() + ": " + each.getValue(), tone);
            output.line(AttributedString.join(AttributedString.EMPTY, title(title), text));
            title = "";
        }
    }

    private void fact(String name, String text) {
        output.line(AttributedString.join(AttributedString.EMPTY, title(name), output.toned(text, Tone.PLAIN)));
    }

    private AttributedString title(String name) {
        return output.toned(String.format("%-9s", name), Tone.FAINT);
    }
}
