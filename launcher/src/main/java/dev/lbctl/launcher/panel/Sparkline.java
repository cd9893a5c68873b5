package dev.lbctl.launcher.panel;

import dev.lbctl.launcher.text.Look;
import dev.lbctl.launcher.text.Tone;
import java.util.Arrays;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;

/** Values over time as one line of bars, the newest at the right. */
public final class Sparkline {
    private static final String BLOCKS = "▁▂▃▄▅▆▇";
    private static final String ASCII = "_.:-=+*";

    private final Look look;
    private final Tone tone;

    /** In that tone. */
    public Sparkline(Look look, Tone tone) {
        this.look = look;
        this.tone = tone;
    }

    /** As high as the highest of them allows. */
    public AttributedString of(double[] values, int width) {
        return of(values, Arrays.stream(values).max().orElse(0), width);
    }

    /** One character a value, full at {@code highest}; where there is none yet it is blank. */
    AttributedString of(double[] values, double highest, int width) {
        var line = new AttributedStringBuilder(width);
        line.append(" ".repeat(Math.max(0, width - values.length)));
        String levels = look.sign(BLOCKS, ASCII);
        for (int at = Math.max(0, values.length - width); at < values.length; at++) {
            int level = level(values[at], highest);
            line.append(look.text(levels.substring(level, level + 1), level == 0 ? Tone.FAINT : tone));
        }
        return line.toAttributedString();
    }

    /** The lowest is for nothing at all; the highest leaves a gap to the line above. */
    private static int level(double value, double highest) {
        if (value <= 0 || highest <= 0) {
            return 0;
        }
        int top = BLOCKS.length() - 1;
        return (int) Math.max(1, Math.min(top, Math.ceil(top * value / highest)));
    }
}
