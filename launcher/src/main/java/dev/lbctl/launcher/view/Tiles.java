package dev.lbctl.launcher.view;

import dev.lbctl.balancer.api.BackendStatus;
import dev.lbctl.balancer.api.PoolStatus;
import dev.lbctl.balancer.api.Statistics;
import dev.lbctl.balancer.api.StatusReport;
import dev.lbctl.launcher.facts.Facts;
import dev.lbctl.launcher.panel.Rates;
import dev.lbctl.launcher.panel.Sparkline;
import dev.lbctl.launcher.text.Figures;
import dev.lbctl.launcher.text.Look;
import dev.lbctl.launcher.text.Table;
import dev.lbctl.launcher.text.Table.Align;
import dev.lbctl.launcher.text.Table.Column;
import dev.lbctl.launcher.text.Tone;
import java.util.List;
import org.jline.utils.AttributedString;

/** The figures of the balancer as a whole, each below its name. */
record Tiles(Look look, Facts facts) {
    private static final int WIDE = 110;

    private record Tile(Column column, AttributedString value) {}

    /** Two lines, or one that says that there is nothing yet. */
    List<AttributedString> lines(int width) {
        StatusReport report = facts.balancer().value();
        if (report == null) {
            return List.of(look.text(" waiting for the balancer", Tone.FAINT), AttributedString.EMPTY);
        }
        List<Tile> tiles = tiles(report, width < WIDE ? 14 : width / 5);
        return new Table(look, tiles.stream().map(Tile::column).toList())
                .lines(List.of(tiles.stream().map(Tile::value).toList()), width);
    }

    private List<Tile> tiles(StatusReport report, int graph) {
        Statistics whole = report.statistics();
        var latency = facts.trend().latency();
        return List.of(
                new Tile(new Column("", Align.LEFT, 0, 0), AttributedString.EMPTY),
                tile("REQ/S", 6, 0, look.text(Rates.perSecond(whole.requestsPerSecond()), Tone.STRONG)),
                graph(
                        "LAST " + 2 * graph + " s",
                        graph,
                        4,
                        new Sparkline(look, Tone.ACCENT).of(facts.trend().rates(graph), graph)),
                tile("SUCCESS", 8, 0, success(whole)),
                tile("BACKENDS", 8, 1, backends(report)),
                tile("ACTIVE", 6, 2, look.text(Figures.count(whole.inFlight()), Tone.PLAIN)),
                tile("FAILED", 6, 3, look.text(Figures.count(whole.failedRequests()), Tone.PLAIN)),
                tile("RETRIES", 6, 3, look.text(Figures.count(whole.retries()), Tone.PLAIN)),
                tile("P50", 5, 6, Rates.latency(look, latency.p50())),
                tile("P95", 5, 5, Rates.latency(look, latency.p95())),
                tile("P99", 5, 2, Rates.latency(look, latency.p99())),
                graph(
                        "P99, LAST " + 2 * graph + " s",
                        graph,
                        7,
                        new Sparkline(look, Tone.CONTRAST).of(facts.trend().p99(graph), graph)));
    }

    private static Tile tile(String title, int atLeast, int rank, AttributedString value) {
        return new Tile(new Column(title, Align.RIGHT, atLeast, rank), value);
    }

    private static Tile graph(String title, int width, int rank, AttributedString value) {
        return new Tile(new Column(title, Align.LEFT, width, rank), value);
    }

    private AttributedString success(Statistics whole) {
        return look.text(Figures.percent(whole.successRate()), whole.failedRequests() == 0 ? Tone.GOOD : Tone.CAREFUL);
    }

    private AttributedString backends(StatusReport report) {
        long healthy =
                report.backendServers().stream().filter(BackendStatus::healthy).count();
        int all = report.backendServers().size();
        boolean panic = report.pools().stream().anyMatch(PoolStatus::panic);
        return look.text(healthy + "/" + all + (panic ? " PANIC" : ""), healthy == all ? Tone.GOOD : Tone.BAD);
    }
}
