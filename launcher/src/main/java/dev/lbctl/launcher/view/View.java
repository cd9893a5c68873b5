package dev.lbctl.launcher.view;

import dev.lbctl.launcher.board.Mode;
import dev.lbctl.launcher.board.Model;
import dev.lbctl.launcher.facts.Row;
import dev.lbctl.launcher.panel.Members;
import dev.lbctl.launcher.text.Look;
import dev.lbctl.launcher.text.Tone;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;

/** The model as lines of text. */
public final class View {
    private static final int SMALLEST_WIDTH = 24;
    private static final int SMALLEST_HEIGHT = 8;

    private final Look look;
    private final Lower lower;

    /** Times of day are shown in that zone. */
    public View(Look look, ZoneId zone) {
        this.look = look;
        this.lower = new Lower(look, DateTimeFormatter.ofPattern("HH:mm:ss").withZone(zone));
    }

    /** The screen: exactly as many lines as it is high, none wider than it is. */
    public List<AttributedString> screen(Model model) {
        int width = Math.max(0, model.size().width());
        int height = Math.max(0, model.size().height());
        boolean small = width < SMALLEST_WIDTH || height < SMALLEST_HEIGHT;
        List<AttributedString> lines = new ArrayList<>(small ? tooSmall() : whole(model, height));
        while (lines.size() < height) {
            lines.add(AttributedString.EMPTY);
        }
        return lines.stream().limit(height).map(line -> look.cut(line, width)).toList();
    }

    /** The same without a screen: no keys, no selection, so many of the requests. */
    public List<AttributedString> printed(Model model, int requests) {
        int width = model.size().width();
        List<AttributedString> lines = new ArrayList<>();
        lines.add(new Header(look, model).identity());
        lines.add(figures(model));
        lines.add(AttributedString.EMPTY);
        Members members = new Members(look, model, null);
        lines.addAll(members.lines(members.size()));
        lines.add(AttributedString.EMPTY);
        lines.addAll(lower.requests(model, width, requests + 1));
        return lines;
    }

    /** The most important in one line. */
    public AttributedString figures(Model model) {
        return look.text(new Figure(model).line(lower.time(model.now())), Tone.PLAIN);
    }

    private List<AttributedString> tooSmall() {
        return List.of(
                look.text("too small:", Tone.CAREFUL),
                look.text("lbctl top needs", Tone.PLAIN),
                look.text(SMALLEST_WIDTH + " columns and", Tone.PLAIN),
                look.text(SMALLEST_HEIGHT + " lines", Tone.PLAIN));
    }

    private List<AttributedString> whole(Model model, int height) {
        List<AttributedString> lines = new ArrayList<>(new Header(look, model).lines());
        int room = height - lines.size() - 1;
        lines.addAll(model.mode() instanceof Mode.Help ? new Help(look, model).keys() : body(model, room));
        while (lines.size() < height) {
            lines.add(AttributedString.EMPTY);
        }
        lines.set(height - 1, new Footer(look, model).line());
        return lines;
    }

    private List<AttributedString> body(Model model, int room) {
        Members members = new Members(look, model, model.selected().map(Row::id).orElse(null));
        int rows = Math.max(1, Math.min(members.size(), room - 2 - lower.least(room)));
        List<AttributedString> lines = new ArrayList<>(members.lines(rows));
        lines.add(look.text(" " + model.selected().map(View::described).orElse("no row to show"), Tone.FAINT));
        lines.addAll(lower.lines(model, room - lines.size()));
        return lines;
    }

    private static String described(Row row) {
        var node = row.node();
        String process = node == null || node.pid() == null ? "" : ", pid " + node.pid();
        String restarts = node == null || node.restarts() == 0 ? "" : ", restarts " + node.restarts();
        String reason = row.reason().isEmpty() ? "" : ": " + row.reason();
        return row.name() + " " + row.address() + process + restarts + reason;
    }
}
