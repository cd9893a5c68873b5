package dev.lbctl.launcher.console;

import dev.lbctl.balancer.api.Explanation;
import dev.lbctl.balancer.api.Explanation.Candidate;
import dev.lbctl.launcher.text.Figures;
import dev.lbctl.launcher.text.Table;
import dev.lbctl.launcher.text.Table.Align;
import dev.lbctl.launcher.text.Table.Column;
import dev.lbctl.launcher.text.Tone;
import java.util.List;
import java.util.Objects;
import org.jline.utils.AttributedString;
import org.jspecify.annotations.Nullable;

/** Where a request went or would go, and why, as a person reads it from top to bottom. */
public final class ExplanationView {
    private static final List<Column> CANDIDATES = List.of(
            new Column("BACKEND", Align.LEFT, 10, 0),
            new Column("HEALTH", Align.LEFT, 7, 0),
            new Column("DUTY", Align.LEFT, 5, 0),
            new Column("WEIGHT", Align.RIGHT, 6, 0),
            new Column("IN FLIGHT", Align.RIGHT, 9, 0),
            new Column("VERDICT", Align.LEFT, 11, 0),
            new Column("WHY", Align.LEFT, 3, 0));
    private static final List<Column> ATTEMPTS = List.of(
            new Column("ATTEMPT", Align.LEFT, 10, 0),
            new Column("AT", Align.RIGHT, 7, 0),
            new Column("TOOK", Align.RIGHT, 7, 0),
            new Column("OUTCOME", Align.LEFT, 13, 0),
            new Column("DETAIL", Align.LEFT, 3, 0));

    private final Output output;

    public ExplanationView(Output output) {
        this.output = output;
    }

    public void print(Explanation explanation) {
        Explanation.Asked asked = explanation.asked();
        fact(
                "request",
                asked.method() + " " + asked.target()
                        + (asked.host() == null ? ", without a host" : " of host " + asked.host()) + ", from "
                        + asked.client());
        if (asked.id() != null) {
            fact("", "number " + asked.id() + ", id " + asked.requestId() + ", at " + asked.time());
        }
        Explanation.Taken route = explanation.route();
        if (route != null) {
            fact("route", Objects.requireNonNullElse(route.host(), "") + route.path() + ": " + route.why());
        }
        choice(explanation.choice());
        rows(CANDIDATES, explanation.candidates().stream().map(this::row).toList());
        rows(ATTEMPTS, explanation.attempts().stream().map(this::row).toList());
        ending(explanation.answer());
    }

    private void choice(Explanation.@Nullable Choice choice) {
        if (choice != null) {
            fact("pool", choice.pool() + ", by " + choice.algorithm() + ": " + choice.how());
            if (choice.sticky() != null) {
                fact("sticky", choice.sticky());
            }
            fact("pick", Objects.requireNonNullElse(choice.backend(), "-") + " (" + choice.note() + ")");
        }
    }

    private void ending(Explanation.Ending answer) {
        fact("answer", answer.sentence());
        String times = time("queue", answer.queueMs())
                + time("connect", answer.connectMs())
                + time("first byte", answer.firstByteMs())
                + time("total", answer.totalMs());
        if (!times.isEmpty()) {
            fact("times", times.substring(2));
        }
    }

    private static String time(String name, @Nullable Double millis) {
        return millis == null ? "" : ", " + name + " " + Figures.latency(millis);
    }

    private void fact(String name, String text) {
        output.line(AttributedString.join(
                AttributedString.EMPTY,
                output.toned(String.format("%-9s", name), Tone.FAINT),
                output.toned(text, Tone.PLAIN)));
    }

    private void rows(List<Column> columns, List<List<AttributedString>> rows) {
        if (!rows.isEmpty()) {
            output.line("");
            new Table(output.look(), columns).lines(rows, output.width()).forEach(output::line);
            output.line("");
        }
    }

    private List<AttributedString> row(Candidate candidate) {
        String weight = candidate.weight()
                + (candidate.weightPercent() == 100 ? "" : " at " + candidate.weightPercent() + " %");
        Integer inFlight = candidate.inFlight();
        return List.of(
                output.toned(candidate.name(), Tone.STRONG),
                output.toned(candidate.health(), Tone.PLAIN),
                output.toned(candidate.duty(), Tone.PLAIN),
                output.toned(weight, Tone.PLAIN),
                output.toned(inFlight == null ? "-" : inFlight.toString(), Tone.PLAIN),
                output.toned(candidate.verdict().replace('_', ' '), tone(candidate.verdict())),
                output.toned(candidate.why(), Tone.FAINT));
    }

    private List<AttributedString> row(Explanation.Try attempt) {
        boolean done = attempt.outcome().equals("completed");
        return List.of(
                output.toned(attempt.backend(), Tone.STRONG),
                output.toned(Figures.latency(attempt.atMs()), Tone.PLAIN),
                output.toned(Figures.latency(attempt.tookMs()), Tone.PLAIN),
                output.toned(attempt.outcome(), done ? Tone.GOOD : Tone.BAD),
                output.toned(attempt.detail(), Tone.FAINT));
    }

    private static Tone tone(String verdict) {
        return switch (verdict) {
            case "picked", "possible" -> Tone.GOOD;
            case "skipped" -> Tone.CAREFUL;
            default -> Tone.PLAIN;
        };
    }
}
