package dev.lbctl.launcher.terminal;

import dev.lbctl.balancer.api.BackendStatus;
import dev.lbctl.launcher.api.NodeStatus;
import dev.lbctl.launcher.console.Usage;
import dev.lbctl.launcher.terminal.Facts.Row;
import dev.lbctl.launcher.terminal.Facts.Traffic;
import dev.lbctl.launcher.text.Figures;
import dev.lbctl.launcher.text.Look;
import dev.lbctl.launcher.text.Table;
import dev.lbctl.launcher.text.Table.Align;
import dev.lbctl.launcher.text.Table.Column;
import dev.lbctl.launcher.text.Tone;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jline.utils.AttributedString;
import org.jspecify.annotations.Nullable;

/** The table of the processes and the traffic they take, one row for each node or backend. */
final class Members {
    private record Shown(Column column, Function<Row, AttributedString> cell) {}

    private final Look look;
    private final Facts facts;
    private final @Nullable String selected;
    private final long requestsOfAll;

    Members(Look look, Facts facts, @Nullable String selected) {
        this.look = look;
        this.facts = facts;
        this.selected = selected;
        this.requestsOfAll = facts.backends().stream()
                .mapToLong(BackendStatus::totalRequests)
                .sum();
    }

    /** The titles, then the rows in the order of {@link Facts#rows}. */
    List<AttributedString> lines(int width) {
        List<Shown> shown =
                Stream.concat(columns(width < 120 ? 6 : 20).stream(), usage()).toList();
        List<List<AttributedString>> cells = facts.rows().stream()
                .map(row -> shown.stream().map(each -> each.cell().apply(row)).toList())
                .toList();
        return new Table(look, shown.stream().map(Shown::column).toList()).lines(cells, width);
    }

    private List<Shown> columns(int barWidth) {
        return List.of(
                left("", 1, 0, this::marker),
                left("NAME", 8, 0, row -> look.text(row.name(), Tone.STRONG)),
                left("STATE", 8, 1, row -> word(row.node(), NodeStatus::state)),
                left("HEALTH", 6, 0, row -> word(row.backend(), BackendStatus::health)),
                left("DUTY", 5, 5, row -> word(row.backend(), BackendStatus::duty)),
                right("PID", 6, 11, row -> value(row.node(), node -> node.pid() == null ? "" : "" + node.pid())),
                right("ACTIVE", 0, 6, row -> value(row.traffic(), traffic -> Figures.count(traffic.active()))),
                right("REQS", 6, 2, row -> value(row.traffic(), traffic -> Figures.count(traffic.requests()))),
                right("SHARE", 0, 3, row -> value(row.backend(), backend -> Math.round(100 * share(backend)) + "%")),
                left("", barWidth, 7, row -> bar(row.backend(), barWidth)),
                right("FAILED", 0, 4, row -> failed(row.traffic())),
                right("P95", 5, 9, row -> value(row.backend(), Members::p95)),
                right("UPTIME", 6, 8, row -> value(row.node(), Members::uptime)),
                right("RESTARTS", 0, 10, row -> value(row.node(), node -> "" + node.restarts())),
                left("ADDRESS", 14, 12, row -> look.text(address(row), Tone.PLAIN)),
                new Shown(new Column("REASON", Align.FILL, 20, 13), row -> look.text(reason(row), Tone.FAINT)));
    }

    /** Only where it is known: not in facts that are printed once. */
    private Stream<Shown> usage() {
        return facts.usage().isEmpty()
                ? Stream.empty()
                : Stream.of(
                        right("CPU", 5, 14, row -> used(row, usage -> Figures.decimal(usage.cpuPercent(), 1) + "%")),
                        right("MEMORY", 8, 15, row -> used(row, usage -> Figures.bytes(usage.residentBytes()))),
                        right("FILES", 5, 16, row -> used(row, usage -> Integer.toString(usage.openFiles()))));
    }

    private AttributedString used(Row row, Function<Usage, String> text) {
        return value(facts.usage().get(row.name()), text);
    }

    private static Shown left(String title, int atLeast, int rank, Function<Row, AttributedString> cell) {
        return new Shown(new Column(title, Align.LEFT, atLeast, rank), cell);
    }

    private static Shown right(String title, int atLeast, int rank, Function<Row, AttributedString> cell) {
        return new Shown(new Column(title, Align.RIGHT, atLeast, rank), cell);
    }

    /** Why a row is in its state: what the balancer says of it while its process runs, else what the launcher says. */
    static String reason(Row row) {
        NodeStatus node = row.node();
        BackendStatus backend = row.backend();
        if (node == null || (backend != null && node.state().equals("ready"))) {
            return backend == null ? "" : backend.reason();
        }
        return node.reason();
    }

    static String address(Row row) {
        if (row.node() != null) {
            return row.node().address();
        }
        return row.backend() == null ? "" : row.backend().url();
    }

    private AttributedString marker(Row row) {
        return look.text(row.name().equals(selected) ? look.sign("▶", ">") : "", Tone.ACCENT);
    }

    private <T> AttributedString word(@Nullable T from, Function<T, String> word) {
        if (from == null) {
            return look.text("-", Tone.FAINT);
        }
        String text = word.apply(from);
        return look.text(
                text,
                switch (text) {
                    case "ready", "up" -> Tone.GOOD;
                    case "down", "crashed", "failed", "ejected" -> Tone.BAD;
                    case "stopped" -> Tone.FAINT;
                    default -> Tone.CAREFUL;
                });
    }

    private <T> AttributedString value(@Nullable T from, Function<T, String> value) {
        String text = from == null ? "" : value.apply(from);
        return text.isEmpty() ? look.text("-", Tone.FAINT) : look.text(text, Tone.PLAIN);
    }

    private AttributedString failed(@Nullable Traffic traffic) {
        return traffic != null && traffic.failed() > 0
                ? look.text(Figures.count(traffic.failed()), Tone.BAD)
                : value(traffic, none -> "0");
    }

    private AttributedString bar(@Nullable BackendStatus backend, int width) {
        return backend == null ? AttributedString.EMPTY : look.bar(share(backend), width);
    }

    private double share(BackendStatus backend) {
        return requestsOfAll == 0 ? 0 : (double) backend.totalRequests() / requestsOfAll;
    }

    private static String p95(BackendStatus backend) {
        return backend.totalRequests() == 0 ? "" : Figures.latency(backend.p95Ms());
    }

    private static String uptime(NodeStatus node) {
        return node.pid() == null ? "" : Figures.uptime(node.uptimeSeconds());
    }
}
