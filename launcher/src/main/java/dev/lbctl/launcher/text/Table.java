package dev.lbctl.launcher.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;

/** Rows under titles, as wide as their content; where that is too wide the least important columns give way. */
public final class Table {
    private static final String GAP = " ";

    /** Where a cell stands in its column; {@code FILL} is to the left, in whatever width the others leave. */
    public enum Align {
        LEFT,
        RIGHT,
        FILL
    }

    /**
     * One column.
     *
     * @param atLeast characters, so that the columns behind do not jump with the content
     * @param rank columns of the highest rank give way first; 0 stays always
     */
    public record Column(String title, Align align, int atLeast, int rank) {}

    private final Look look;
    private final List<Column> columns;

    /** Rows handed to it later have one cell for each column. */
    public Table(Look look, List<Column> columns) {
        this.look = look;
        this.columns = List.copyOf(columns);
    }

    /** The line of titles, then one line for each row, none longer than the width. */
    public List<AttributedString> lines(List<List<AttributedString>> rows, int width) {
        int[] widths = IntStream.range(0, columns.size())
                .map(column -> contentWidth(column, rows))
                .toArray();
        List<Integer> shown = shown(widths, width);
        List<AttributedString> titles = columns.stream()
                .map(column -> look.text(column.title(), Tone.FAINT))
                .toList();
        var lines = new ArrayList<AttributedString>(rows.size() + 1);
        lines.add(look.cut(line(titles, widths, shown), width));
        rows.forEach(row -> lines.add(look.cut(line(row, widths, shown), width)));
        return lines;
    }

    private int contentWidth(int column, List<List<AttributedString>> rows) {
        Column shape = columns.get(column);
        int least = Math.max(shape.title().length(), shape.atLeast());
        if (shape.align() == Align.FILL) {
            return least;
        }
        return rows.stream().mapToInt(row -> row.get(column).columnLength()).reduce(least, Math::max);
    }

    private List<Integer> shown(int[] widths, int width) {
        List<Integer> shown =
                new ArrayList<>(IntStream.range(0, columns.size()).boxed().toList());
        while (total(widths, shown) > width) {
            Integer last = shown.stream()
                    .max(Comparator.comparingInt(column -> columns.get(column).rank()))
                    .orElseThrow();
            if (columns.get(last).rank() == 0) {
                break;
            }
            shown.remove(last);
        }
        int left = width - total(widths, shown);
        shown.stream()
                .filter(column -> columns.get(column).align() == Align.FILL)
                .forEach(column -> widths[column] += Math.max(0, left));
        return shown;
    }

    private static int total(int[] widths, List<Integer> shown) {
        return shown.stream().mapToInt(column -> widths[column]).sum() + GAP.length() * (shown.size() - 1);
    }

    private AttributedString line(List<AttributedString> cells, int[] widths, List<Integer> shown) {
        var line = new AttributedStringBuilder();
        for (int column : shown) {
            AttributedString cell = look.cut(cells.get(column), widths[column]);
            String padding = " ".repeat(widths[column] - cell.columnLength());
            boolean right = columns.get(column).align() == Align.RIGHT;
            line.append(line.length() == 0 ? "" : GAP);
            line.append(right ? padding : "").append(cell).append(right ? "" : padding);
        }
        return line.toAttributedString();
    }
}
