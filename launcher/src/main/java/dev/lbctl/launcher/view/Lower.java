package dev.lbctl.launcher.view;

import dev.lbctl.launcher.board.Mode;
import dev.lbctl.launcher.board.Model;
import dev.lbctl.launcher.panel.Events;
import dev.lbctl.launcher.panel.Requests;
import dev.lbctl.launcher.text.Look;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;

/** What stands below the members: requests, events, the log of one, as a person chose and as there is room. */
final class Lower {
    private static final int MOST_EVENTS = 8;
    private static final int GAP = 3;

    private final Look look;
    private final Requests requests;
    private final Events events;

    Lower(Look look, DateTimeFormatter times) {
        this.look = look;
        this.requests = new Requests(look, times);
        this.events = new Events(look, times);
    }

    /** How many lines it wants at least, of so many that it shares with the members. */
    int least(int room) {
        return room < 12 ? 0 : room / 3;
    }

    List<AttributedString> lines(Model model, int height) {
        int width = model.size().width();
        if (height < 2) {
            return List.of();
        }
        if (model.mode() instanceof Mode.ChooseAlgorithm choice) {
            return new Help(look, model).algorithms(choice);
        }
        return switch (model.focus().pane()) {
            case EVENTS -> events.happened(model.facts(), width, height);
            case LOG -> log(model, width, height);
            case OVERVIEW -> model.size().isRoomy() ? beside(model, height) : below(model, height);
        };
    }

    /** The requests alone. */
    List<AttributedString> requests(Model model, int width, int height) {
        return requests.lines(model.facts(), width, height);
    }

    String time(Instant moment) {
        return requests.times().format(moment);
    }

    private List<AttributedString> log(Model model, int width, int height) {
        return events.written(model.facts(), model.logOf().orElse("of no node"), width, height);
    }

    private List<AttributedString> below(Model model, int height) {
        int width = model.size().width();
        int known = Math.max(2, model.facts().happened().size());
        int first = Math.min(known, Math.min(MOST_EVENTS, height / 3)) + 1;
        if (height < 6) {
            return requests.lines(model.facts(), width, height);
        }
        List<AttributedString> lines = new ArrayList<>(filled(events.happened(model.facts(), width, first), first));
        lines.addAll(requests.lines(model.facts(), width, height - first));
        return lines;
    }

    private List<AttributedString> beside(Model model, int height) {
        int left = (model.size().width() - GAP) / 2;
        int right = model.size().width() - GAP - left;
        int upper = height / 2;
        List<AttributedString> column = new ArrayList<>(filled(events.happened(model.facts(), right, upper), upper));
        column.addAll(log(model, right, height - upper));
        return Beside.columns(look, requests.lines(model.facts(), left, height), column, left);
    }

    private static List<AttributedString> filled(List<AttributedString> lines, int height) {
        List<AttributedString> filled = new ArrayList<>(lines);
        while (filled.size() < height) {
            filled.add(AttributedString.EMPTY);
        }
        return filled;
    }
}
