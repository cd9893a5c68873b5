package dev.lbctl.launcher.view;

import dev.lbctl.launcher.text.Look;
import dev.lbctl.launcher.text.Tone;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;

/** Pieces of text beside each other. */
final class Beside {
    private Beside() {}

    /** One at the left end and one at the right; where both have no room the left one is cut. */
    static AttributedString ends(Look look, AttributedString left, AttributedString right, int width) {
        int room = Math.max(0, width - right.columnLength() - 1);
        AttributedString begin = look.cut(left, room);
        return new AttributedStringBuilder()
                .append(begin)
                .append(" ".repeat(Math.max(0, width - begin.columnLength() - right.columnLength())))
                .append(right)
                .toAttributedString();
    }

    /** Two columns with a line between, the left one this wide. */
    static List<AttributedString> columns(
            Look look, List<AttributedString> left, List<AttributedString> right, int leftWidth) {
        List<AttributedString> lines = new ArrayList<>();
        for (int at = 0; at < Math.max(left.size(), right.size()); at++) {
            AttributedString begin = look.cut(at < left.size() ? left.get(at) : AttributedString.EMPTY, leftWidth);
            lines.add(new AttributedStringBuilder()
                    .append(begin)
                    .append(" ".repeat(leftWidth - begin.columnLength()))
                    .append(look.text(look.sign(" ▏ ", " | "), Tone.FAINT))
                    .append(at < right.size() ? right.get(at) : AttributedString.EMPTY)
                    .toAttributedString());
        }
        return lines;
    }
}
