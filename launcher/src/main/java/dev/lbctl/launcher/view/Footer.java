package dev.lbctl.launcher.view;

import dev.lbctl.launcher.board.Key;
import dev.lbctl.launcher.board.Mode;
import dev.lbctl.launcher.board.Model;
import dev.lbctl.launcher.board.Notice;
import dev.lbctl.launcher.text.Look;
import dev.lbctl.launcher.text.Tone;
import java.util.List;
import java.util.stream.Stream;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;

/** The last line: a question, what is typed, what came of a change, or what the keys do. */
record Footer(Look look, Model model) {
    private static final List<Key> ALWAYS = List.of(Key.HELP, Key.QUIT);

    AttributedString line() {
        Mode mode = model.mode();
        if (mode instanceof Mode.Ask ask) {
            return look.text(" " + ask.question() + " y/n", Tone.BAD);
        }
        if (mode instanceof Mode.Filter) {
            return typed();
        }
        if (mode instanceof Mode.ChooseAlgorithm) {
            return look.text(look.sign(" ↑↓", " jk") + " choose  Enter use it  Esc leave it", Tone.PLAIN);
        }
        Notice notice = model.notice();
        if (notice != null) {
            return look.text(" " + notice.text(), notice.good() ? Tone.GOOD : Tone.BAD);
        }
        return keys();
    }

    private AttributedString typed() {
        return new AttributedStringBuilder()
                .append(look.text(" /" + model.focus().filter() + look.sign("▏", "_"), Tone.STRONG))
                .append(look.text("  Enter keep it  Esc leave it", Tone.FAINT))
                .toAttributedString();
    }

    /** As many as have room; how to get help, and away, always. */
    private AttributedString keys() {
        var end = new AttributedStringBuilder();
        ALWAYS.forEach(key -> end.append(label(key)));
        var line = new AttributedStringBuilder().append(" ");
        explained(model.readOnly()).filter(key -> !ALWAYS.contains(key)).forEach(key -> {
            AttributedString label = label(key);
            if (line.columnLength() + label.columnLength() + end.columnLength()
                    <= model.size().width()) {
                line.append(label);
            }
        });
        return line.append(end).toAttributedString();
    }

    private AttributedString label(Key key) {
        return new AttributedStringBuilder()
                .append(look.text(sign(look, key), Tone.STRONG))
                .append(look.text(" " + key.word() + "  ", Tone.FAINT))
                .toAttributedString();
    }

    /** The keys that stand for themselves and for their like. */
    static Stream<Key> explained(boolean readOnly) {
        return Stream.of(Key.values()).filter(key -> !key.word().isEmpty() && !(readOnly && key.changes()));
    }

    static String sign(Look look, Key key) {
        return switch (key) {
            case DOWN -> look.sign("↑↓", "jk");
            case LIGHTER -> "+-";
            default -> key.sequences().get(0);
        };
    }
}
