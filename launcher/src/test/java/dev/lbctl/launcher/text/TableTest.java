package dev.lbctl.launcher.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.launcher.text.Table.Align;
import dev.lbctl.launcher.text.Table.Column;
import java.util.List;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;

class TableTest {
    private final Look look = new Look(Colours.NONE, true);
    private final Table table = new Table(
            look,
            List.of(
                    new Column("NAME", Align.LEFT, 0, 0),
                    new Column("PID", Align.RIGHT, 5, 2),
                    new Column("UP", Align.RIGHT, 0, 1),
                    new Column("WHY", Align.FILL, 4, 3)));

    @Test
    void the_last_column_takes_what_is_left() {
        assertThat(lines(30)).containsExactly("NAME       PID UP WHY", "server-1    42  y probe passed");
    }

    @Test
    void the_least_important_columns_give_way_first() {
        assertThat(lines(20)).containsExactly("NAME       PID UP", "server-1    42  y");
        assertThat(lines(12)).containsExactly("NAME     UP", "server-1  y");
    }

    @Test
    void what_stays_always_is_cut() {
        assertThat(lines(5)).containsExactly("NAME…", "serv…");
    }

    private List<String> lines(int width) {
        List<AttributedString> row = List.of(text("server-1"), text("42"), text("y"), text("probe passed"));
        return table.lines(List.of(row), width).stream()
                .map(line -> line.toString().stripTrailing())
                .toList();
    }

    private AttributedString text(String text) {
        return look.text(text, Tone.PLAIN);
    }
}
