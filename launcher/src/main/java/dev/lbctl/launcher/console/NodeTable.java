package dev.lbctl.launcher.console;

import dev.lbctl.launcher.api.ClusterStatus;
import dev.lbctl.launcher.api.NodeStatus;
import dev.lbctl.launcher.text.Figures;
import dev.lbctl.launcher.text.Table;
import dev.lbctl.launcher.text.Table.Align;
import dev.lbctl.launcher.text.Table.Column;
import dev.lbctl.launcher.text.Tone;
import java.util.List;
import org.jline.utils.AttributedString;

/** A cluster's nodes, one a line, and its URLs. */
public final class NodeTable {
    private static final int ANY_WIDTH = 10_000;
    private static final List<Column> COLUMNS = List.of(
            new Column("NODE", Align.LEFT, 10, 0),
            new Column("ROLE", Align.LEFT, 9, 0),
            new Column("ADDRESS", Align.LEFT, 15, 0),
            new Column("PID", Align.RIGHT, 7, 0),
            new Column("STATE", Align.LEFT, 9, 0),
            new Column("UPTIME", Align.RIGHT, 6, 0),
            new Column("RESTARTS", Align.RIGHT, 8, 0),
            new Column("WHY", Align.LEFT, 3, 0));

    private final Output output;

    public NodeTable(Output output) {
        this.output = output;
    }

    public void print(List<NodeStatus> nodes) {
        List<List<AttributedString>> rows = nodes.stream().map(this::row).toList();
        new Table(output.look(), COLUMNS).lines(rows, ANY_WIDTH).forEach(output::line);
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

    private List<AttributedString> row(NodeStatus node) {
        Long pid = node.pid();
        return List.of(
                output.toned(node.name(), Tone.STRONG),
                output.toned(node.role(), Tone.PLAIN),
                output.toned(node.address(), Tone.PLAIN),
                output.toned(pid == null ? "-" : pid.toString(), Tone.PLAIN),
                output.toned(node.state(), tone(node.state())),
                output.toned(pid == null ? "-" : Figures.uptime(node.uptimeSeconds()), Tone.PLAIN),
                output.toned(Integer.toString(node.restarts()), node.restarts() == 0 ? Tone.PLAIN : Tone.CAREFUL),
                output.toned(node.state().equals("ready") ? "" : node.reason(), Tone.FAINT));
    }

    private static Tone tone(String state) {
        return switch (state) {
            case "ready" -> Tone.GOOD;
            case "crashed", "failed" -> Tone.BAD;
            case "stopped" -> Tone.FAINT;
            default -> Tone.CAREFUL;
        };
    }
}
