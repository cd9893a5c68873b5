package dev.lbctl.launcher.view;

import dev.lbctl.launcher.board.Mode;
import dev.lbctl.launcher.board.Model;
import dev.lbctl.launcher.text.Look;
import dev.lbctl.launcher.text.Tone;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;

/** Pages that lie over the others for a moment. */
record Help(Look look, Model model) {

    /** Every key and what it does. */
    List<AttributedString> keys() {
        List<AttributedString> lines = new ArrayList<>();
        lines.add(look.ruled(
                look.text(" KEYS, any of them leaves this page", Tone.FAINT),
                model.size().width()));
        Footer.explained(model.readOnly())
                .map(key -> new AttributedStringBuilder()
                        .append(look.text(String.format("  %-3s", Footer.sign(look, key)), Tone.STRONG))
                        .append(look.text(String.format("%-10s", key.word()), Tone.ACCENT))
                        .append(look.text(key.meaning(), Tone.PLAIN))
                        .toAttributedString())
                .forEach(lines::add);
        return lines;
    }

    /** The algorithms that there are. */
    List<AttributedString> algorithms(Mode.ChooseAlgorithm choice) {
        int width = model.size().width();
        List<AttributedString> lines = new ArrayList<>();
        lines.add(look.ruled(look.text(" ALGORITHM OF POOL " + choice.pool(), Tone.FAINT), width));
        for (String name : choice.names()) {
            boolean chosen = name.equals(choice.chosen());
            AttributedString line = look.text((chosen ? look.sign("▌ ", "> ") : "  ") + name, Tone.PLAIN);
            lines.add(chosen ? look.selected(line, Math.min(width, 40)) : line);
        }
        return lines;
    }
}
