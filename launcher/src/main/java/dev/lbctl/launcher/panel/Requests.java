package dev.lbctl.launcher.panel;

import dev.lbctl.balancer.api.RequestEntry;
import dev.lbctl.balancer.api.StatusReport;
import dev.lbctl.launcher.facts.Facts;
import dev.lbctl.launcher.text.Figures;
import dev.lbctl.launcher.text.Look;
import dev.lbctl.launcher.text.Table;
import dev.lbctl.launcher.text.Table.Align;
import dev.lbctl.launcher.text.Table.Column;
import dev.lbctl.launcher.text.Tone;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;

/** The table of the requests that ended last, the newest first. */
public record Requests(Look look, DateTimeFormatter times) {
    private static final List<Column> COLUMNS = List.of(
            new Column("REQUESTS", Align.LEFT, 8, 2),
            new Column("STATUS", Align.RIGHT, 0, 0),
            new Column("METHOD", Align.LEFT, 7, 1),
            new Column("BACKEND", Align.LEFT, 8, 1),
            new Column("TOOK", Align.RIGHT, 6, 3),
            new Column("TRIES", Align.RIGHT, 0, 4),
            new Column("TARGET", Align.FILL, 10, 0));

    /** The titles, then the requests, in so many lines. */
    public List<AttributedString> lines(Facts facts, int width, int height) {
        StatusReport report = facts.balancer().value();
        Stream<RequestEntry> requests = report == null ? Stream.empty() : report.recentRequests().stream();
        List<List<AttributedString>> rows = requests.sorted(
                        Comparator.comparingLong(RequestEntry::id).reversed())
                .limit(Math.max(0, height - 1))
                .map(this::cells)
                .toList();
        List<AttributedString> table = new Table(look, COLUMNS).lines(rows, width);
        return Stream.concat(Stream.of(look.ruled(table.get(0), width)), table.subList(1, table.size()).stream())
                .toList();
    }

    private List<AttributedString> cells(RequestEntry request) {
        String backend = request.backend() == null ? "-" : request.backend();
        return List.of(
                look.text(times.format(request.time()), Tone.FAINT),
                look.text(request.status() == 0 ? "-" : String.valueOf(request.status()), tone(request.status())),
                look.text(request.method(), Tone.PLAIN),
                look.text(backend, Tone.PLAIN),
                look.text(Figures.latency(request.durationMs()), Tone.PLAIN),
                look.text(String.valueOf(request.attempts()), request.attempts() > 1 ? Tone.CAREFUL : Tone.FAINT),
                target(request));
    }

    private AttributedString target(RequestEntry request) {
        AttributedString target = look.text(request.target(), Tone.PLAIN);
        String cause = request.cause();
        return cause == null
                ? target
                : new AttributedStringBuilder()
                        .append(target)
                        .append("  ")
                        .append(look.text(cause, Tone.BAD))
                        .toAttributedString();
    }

    private static Tone tone(int status) {
        if (status >= 500 || status < 100) {
            return Tone.BAD;
        }
        return status >= 400 ? Tone.CAREFUL : Tone.GOOD;
    }
}
