package dev.lbctl.launcher.panel;

import dev.lbctl.launcher.board.Model;
import dev.lbctl.launcher.facts.Row;
import dev.lbctl.launcher.text.Look;
import dev.lbctl.launcher.text.Table;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jspecify.annotations.Nullable;

/** The table of the processes and the traffic they take, one row for each node or backend. */
public final class Members {
    private final Look look;
    private final Model model;
    private final List<Row> rows;
    private final @Nullable String selected;

    /** With a row that is marked, or without one. */
    public Members(Look look, Model model, @Nullable String selected) {
        this.look = look;
        this.model = model;
        this.rows = model.rows();
        this.selected = selected;
    }

    /** How many rows there are. */
    public int size() {
        return rows.size();
    }

    /** The titles, then so many rows, the marked one among them. */
    public List<AttributedString> lines(int atMost) {
        int width = model.size().width();
        int first = first(atMost);
        List<MemberColumns.Shown> columns =
                new MemberColumns(new MemberCells(look, model.facts(), selected), model).all();
        List<List<AttributedString>> cells = rows.stream()
                .map(row -> columns.stream().map(each -> each.cell().apply(row)).toList())
                .toList();
        List<AttributedString> table = new Table(
                        look, columns.stream().map(MemberColumns.Shown::column).toList())
                .lines(cells, width);
        List<AttributedString> lines = new ArrayList<>();
        lines.add(look.ruled(table.get(0), width));
        for (int at = first; at < Math.min(rows.size(), first + atMost); at++) {
            boolean marked = rows.get(at).id().equals(selected);
            lines.add(marked ? look.selected(table.get(at + 1), width) : table.get(at + 1));
        }
        return lines;
    }

    /** The first row to show, so that the marked one stands in the middle when not all have room. */
    private int first(int atMost) {
        int marked = Math.max(0, rows.stream().map(Row::id).toList().indexOf(selected == null ? "" : selected));
        return Math.max(0, Math.min(marked - atMost / 2, rows.size() - atMost));
    }
}
