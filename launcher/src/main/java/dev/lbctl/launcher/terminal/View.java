package dev.lbctl.launcher.terminal;

import dev.lbctl.balancer.api.StatusReport;
import dev.lbctl.launcher.api.NodeStatus;
import dev.lbctl.launcher.terminal.Facts.Row;
import dev.lbctl.launcher.terminal.Model.Mode;
import dev.lbctl.launcher.terminal.Model.Notice;
import dev.lbctl.launcher.text.Look;
import dev.lbctl.launcher.text.Tone;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;

/** The model as lines of text. */
final class View {
    private static final int FEWEST_REQUESTS = 4;
    private static final int MOST_EVENTS = 8;

    private final Look look;
    private final DateTimeFormatter times;

    View(Look look, ZoneId zone) {
        this.look = look;
        this.times = DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(zone);
    }

    /** The screen: exactly as many lines as it is high, none wider than it is. */
    List<AttributedString> screen(Model model) {
        int width = model.size().width();
        int height = model.size().height();
        List<AttributedString> lines = new ArrayList<>(new Header(look, model).lines());
        int room = height - lines.size() - 1;
        lines.addAll(model.mode() == Mode.HELP ? help() : body(model, room));
        while (lines.size() < height) {
            lines.add(AttributedString.EMPTY);
        }
        if (height > FEWEST_REQUESTS) {
            lines.set(height - 1, footer(model));
        }
        return lines.stream()
                .limit(Math.max(0, height))
                .map(line -> look.cut(line, width))
                .toList();
    }

    /** The same facts once, for a pipe: no keys, no selection. */
    List<String> snapshot(Model model) {
        int width = model.size().width();
        List<AttributedString> lines = new ArrayList<>(new Header(look, model).lines());
        lines.addAll(new Members(look, model.facts(), null).lines(width));
        lines.add(AttributedString.EMPTY);
        lines.addAll(requests(model, model.size().height()));
        return lines.stream().map(line -> line.toString().stripTrailing()).toList();
    }

    private List<AttributedString> body(Model model, int room) {
        List<AttributedString> members = new Members(look, model.facts(), model.selected())
                .lines(model.size().width());
        int rows = Math.max(1, Math.min(members.size() - 1, room - FEWEST_REQUESTS - 3));
        List<String> names = model.facts().rows().stream().map(Row::name).toList();
        int selected = Math.max(0, names.indexOf(model.selected()));
        int first = 1 + Math.max(0, Math.min(selected - rows / 2, members.size() - 1 - rows));
        List<AttributedString> lines = new ArrayList<>();
        lines.add(members.get(0));
        lines.addAll(members.subList(first, Math.min(members.size(), first + rows)));
        lines.add(detail(model));
        lines.addAll(events(model, Math.min(MOST_EVENTS, (room - lines.size()) / 4)));
        lines.addAll(requests(model, room - lines.size() - 1));
        return lines;
    }

    private List<AttributedString> events(Model model, int atMost) {
        return model.facts().happened().stream()
                .limit(Math.max(0, atMost))
                .map(event -> new AttributedStringBuilder()
                        .append(look.text(times.format(event.time()) + " ", Tone.FAINT))
                        .append(look.text(event.message(), Tone.PLAIN))
                        .toAttributedString())
                .toList();
    }

    private AttributedString detail(Model model) {
        return model.facts().rows().stream()
                .filter(row -> row.name().equals(model.selected()))
                .map(row -> look.text("  " + describe(row), Tone.FAINT))
                .findFirst()
                .orElse(AttributedString.EMPTY);
    }

    private static String describe(Row row) {
        NodeStatus node = row.node();
        String process = node == null || node.pid() == null ? "" : ", pid " + node.pid();
        String restarts = node == null || node.restarts() == 0 ? "" : ", restarts " + node.restarts();
        String reason = Members.reason(row);
        return row.name() + " " + Members.address(row) + process + restarts + (reason.isEmpty() ? "" : ": " + reason);
    }

    private List<AttributedString> requests(Model model, int atMost) {
        StatusReport report = model.facts().balancer().value();
        return new Requests(look, times)
                .lines(
                        report == null ? List.of() : report.recentRequests(),
                        atMost,
                        model.size().width());
    }

    private AttributedString footer(Model model) {
        Notice notice = model.notice();
        if (model.mode() == Mode.CONFIRM_KILL) {
            return look.text("Kill " + model.selected() + " with SIGKILL? It stays down until started. y/n", Tone.BAD);
        }
        if (notice != null) {
            return look.text(notice.text(), notice.good() ? Tone.GOOD : Tone.BAD);
        }
        var line = new AttributedStringBuilder();
        explained()
                .forEach(key -> line.append(look.text(label(key), Tone.STRONG))
                        .append(look.text(" " + key.word + "  ", Tone.FAINT)));
        return line.toAttributedString();
    }

    private List<AttributedString> help() {
        return explained()
                .map(key -> new AttributedStringBuilder()
                        .append(look.text("  " + label(key) + "  ", Tone.STRONG))
                        .append(look.text(key.word + ": " + key.meaning, Tone.PLAIN))
                        .toAttributedString())
                .toList();
    }

    private static Stream<Event.Key> explained() {
        return Stream.of(Event.Key.values()).filter(key -> !key.word.isEmpty());
    }

    private String label(Event.Key key) {
        return key == Event.Key.DOWN ? look.sign("↑↓", "jk") : key.sequences().get(0);
    }
}
