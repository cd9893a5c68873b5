package dev.lbctl.launcher.panel;

import dev.lbctl.balancer.api.BackendStatus;
import dev.lbctl.launcher.api.NodeStatus;
import dev.lbctl.launcher.board.Model;
import dev.lbctl.launcher.console.Usage;
import dev.lbctl.launcher.facts.Row;
import dev.lbctl.launcher.facts.Traffic;
import dev.lbctl.launcher.text.Figures;
import dev.lbctl.launcher.text.Table.Align;
import dev.lbctl.launcher.text.Table.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jline.utils.AttributedString;

/** Which columns the members have. The important ones stay where there is little room. */
final class MemberColumns {

    /** A column, and what of a row stands in it. */
    record Shown(Column column, Function<Row, AttributedString> cell) {}

    private final MemberCells cells;
    private final Model model;
    private final int graph;
    private final int bar;

    MemberColumns(MemberCells cells, Model model) {
        this.cells = cells;
        this.model = model;
        int width = model.size().width();
        this.graph = width < 100 ? 6 : width < 150 ? 10 : 20;
        this.bar = width < 100 ? 5 : 10;
    }

    List<Shown> all() {
        List<Shown> columns = new ArrayList<>(who());
        columns.addAll(traffic());
        columns.addAll(process());
        return columns;
    }

    private List<Shown> who() {
        List<Shown> columns = new ArrayList<>();
        columns.add(left("", 1, 0, cells::marker));
        columns.add(left("NAME", 8, 0, cells::name));
        if (model.facts().backends().stream()
                        .map(BackendStatus::pool)
                        .distinct()
                        .count()
                > 1) {
            columns.add(left("POOL", 4, 9, row -> cells.value(row.backend(), BackendStatus::pool)));
        }
        columns.add(left("STATE", 8, 1, row -> cells.word(row.node(), NodeStatus::state)));
        columns.add(left("HEALTH", 7, 0, row -> cells.word(row.backend(), BackendStatus::condition)));
        columns.add(left("DUTY", 5, 2, row -> cells.duty(row.backend(), model.now())));
        columns.add(right("WT", 2, 6, row -> cells.value(row.backend(), backend -> "" + backend.weight())));
        return columns;
    }

    private List<Shown> traffic() {
        return List.of(
                right("REQ/S", 5, 1, row -> cells.value(row.traffic(), each -> Rates.perSecond(each.perSecond()))),
                left("TREND", graph, 7, row -> cells.trend(row, graph)),
                left("SHARE", 5 + bar, 3, row -> cells.share(row.backend(), bar)),
                right("ACTIVE", 6, 4, row -> cells.value(row.traffic(), each -> Figures.count(each.active()))),
                right("REQS", 6, 12, row -> cells.value(row.traffic(), each -> Figures.count(each.requests()))),
                right("FAILED", 6, 3, row -> cells.failed(row.traffic())),
                right("P50", 5, 10, row -> cells.latency(row.traffic(), Traffic.Latency::p50)),
                right("P95", 5, 13, row -> cells.latency(row.traffic(), Traffic.Latency::p95)),
                right("P99", 5, 5, row -> cells.latency(row.traffic(), Traffic.Latency::p99)));
    }

    private List<Shown> process() {
        return List.of(
                right("CPU", 5, 11, row -> used(row, usage -> Figures.decimal(usage.cpuPercent(), 1) + "%")),
                right("MEMORY", 8, 12, row -> used(row, usage -> Figures.bytes(usage.residentBytes()))),
                right("FILES", 5, 18, row -> used(row, usage -> Integer.toString(usage.openFiles()))),
                right("PID", 6, 14, row -> cells.value(row.node(), MemberColumns::pid)),
                right("UPTIME", 6, 13, row -> cells.value(row.node(), MemberColumns::uptime)),
                right("RESTARTS", 0, 15, row -> cells.value(row.node(), node -> "" + node.restarts())),
                left("ADDRESS", 14, 16, row -> cells.value(row, Row::address)),
                new Shown(new Column("WHY", Align.FILL, 16, 17), cells::reason));
    }

    private AttributedString used(Row row, Function<Usage, String> text) {
        return cells.value(row.usage(), text);
    }

    private Shown left(String title, int atLeast, int rank, Function<Row, AttributedString> cell) {
        return new Shown(new Column(sorted(title), Align.LEFT, atLeast, rank), cell);
    }

    private Shown right(String title, int atLeast, int rank, Function<Row, AttributedString> cell) {
        return new Shown(new Column(sorted(title), Align.RIGHT, atLeast, rank), cell);
    }

    /** The one that the rows are sorted by has a sign. */
    private String sorted(String title) {
        boolean by = !title.isEmpty() && title.equals(model.focus().order().title());
        return by ? title + cells.arrow(model.focus().reversed()) : title;
    }

    private static String pid(NodeStatus node) {
        return node.pid() == null ? "" : node.pid().toString();
    }

    private static String uptime(NodeStatus node) {
        return node.pid() == null ? "" : Figures.uptime(node.uptimeSeconds());
    }
}
