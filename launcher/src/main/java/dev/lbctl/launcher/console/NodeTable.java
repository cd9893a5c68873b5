package dev.lbctl.launcher.console;

import dev.lbctl.balancer.api.BackendStatus;
import dev.lbctl.launcher.api.ClusterStatus;
import dev.lbctl.launcher.api.NodeStatus;
import dev.lbctl.launcher.text.Figures;
import dev.lbctl.launcher.text.Table;
import dev.lbctl.launcher.text.Table.Align;
import dev.lbctl.launcher.text.Table.Column;
import dev.lbctl.launcher.text.Tone;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jline.utils.AttributedString;
import org.jspecify.annotations.Nullable;

/** A cluster's nodes, one a line, and its URLs. */
public final class NodeTable {
    private record Shown(Column column, Function<NodeRow, AttributedString> cell) {}

    private final Output output;

    public NodeTable(Output output) {
        this.output = output;
    }

    public void print(List<NodeStatus> nodes) {
        print(nodes, List.of(), Map.of(), Instant.EPOCH);
    }

    /** With what is wanted of the backends, as far as it is not the usual; those that no node runs come last. */
    public void print(List<NodeStatus> nodes, List<BackendStatus> backends, Map<String, Usage> usage, Instant now) {
        List<NodeRow> rows = NodeRow.of(nodes, backends);
        List<Shown> shown = Stream.concat(columns(now), columns(usage))
                .filter(each -> isTold(each, rows))
                .toList();
        List<List<AttributedString>> cells = rows.stream()
                .map(row -> shown.stream().map(each -> each.cell().apply(row)).toList())
                .toList();
        new Table(output.look(), shown.stream().map(Shown::column).toList())
                .lines(cells, output.width())
                .forEach(output::line);
    }

    /** The dashboard's has the token in it, so that its buttons work. */
    public void print(ClusterStatus.Urls urls, String token) {
        url("traffic", urls.traffic());
        url("dashboard", urls.dashboard() + "#token=" + token);
        url("management", urls.management());
        url("admin", urls.admin());
    }

    private void url(String name, String url) {
        String padded = String.format("%-12s", name);
        output.line(AttributedString.join(
                AttributedString.EMPTY, output.toned(padded, Tone.FAINT), output.toned(url, Tone.ACCENT)));
    }

    private Stream<Shown> columns(Instant now) {
        return Stream.of(
                left("NODE", 10, 0, row -> output.toned(row.name(), Tone.STRONG)),
                left("ROLE", 9, 3, row -> output.toned(row.role(), Tone.PLAIN)),
                left("ADDRESS", 15, 2, row -> output.toned(row.address(), Tone.PLAIN)),
                right("PID", 7, 4, row -> output.toned(row.pid(), Tone.PLAIN)),
                left("STATE", 9, 0, row -> output.toned(row.state(), tone(row.state()))),
                left("DUTY", 0, 0, row -> output.toned(row.duty(now), Tone.CAREFUL)),
                right("WEIGHT", 0, 0, row -> output.toned(row.weight(), Tone.PLAIN)),
                right("UPTIME", 6, 0, row -> output.toned(row.uptime(), Tone.PLAIN)),
                right("RESTARTS", 8, 5, row -> restarts(row.restarts())));
    }

    private Stream<Shown> columns(Map<String, Usage> usage) {
        return Stream.of(
                used("CPU", usage, used -> Figures.decimal(used.cpuPercent(), 1) + "%"),
                used("MEMORY", usage, used -> Figures.bytes(used.residentBytes())),
                used("FILES", usage, used -> Integer.toString(used.openFiles())),
                left("WHY", 3, 0, row -> output.toned(row.why(), Tone.FAINT)));
    }

    private Shown used(String title, Map<String, Usage> usage, Function<Usage, String> text) {
        return right(title, 0, 0, row -> {
            Usage used = usage.get(row.name());
            return output.toned(used == null ? "" : text.apply(used), Tone.PLAIN);
        });
    }

    /** A column of no least width is left out where nothing stands in it. */
    private static boolean isTold(Shown shown, List<NodeRow> rows) {
        return shown.column().atLeast() > 0
                || rows.stream().anyMatch(row -> shown.cell().apply(row).length() > 0);
    }

    private static Shown left(String title, int atLeast, int rank, Function<NodeRow, AttributedString> cell) {
        return new Shown(new Column(title, Align.LEFT, atLeast, rank), cell);
    }

    private static Shown right(String title, int atLeast, int rank, Function<NodeRow, AttributedString> cell) {
        return new Shown(new Column(title, Align.RIGHT, atLeast, rank), cell);
    }

    private AttributedString restarts(@Nullable Integer restarts) {
        return restarts == null
                ? output.toned("-", Tone.PLAIN)
                : output.toned(restarts.toString(), restarts == 0 ? Tone.PLAIN : Tone.CAREFUL);
    }

    private static Tone tone(String state) {
        return switch (state) {
            case "ready", "up" -> Tone.GOOD;
            case "crashed", "failed", "down", "ejected" -> Tone.BAD;
            case "stopped" -> Tone.FAINT;
            default -> Tone.CAREFUL;
        };
    }
}
