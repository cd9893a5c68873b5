package dev.lbctl.launcher.text;

import java.util.function.UnaryOperator;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/**
 * The one way text reaches the screen, so that nothing from outside can move the cursor or change the terminal.
 *
 * @param colours which ones tones may use
 * @param unicode whether the terminal's charset has more than ASCII
 */
public record Look(Colours colours, boolean unicode) {
    private static final int SELECTED_GROUND = 0x303446;
    private static final int SELECTED_TEXT = 0xeeeeee;
    private static final int SELECTED_GROUND_INDEX = 237;
    private static final int SELECTED_TEXT_INDEX = 255;
    private static final String EIGHTHS = " ▏▎▍▌▋▊▉█";

    /** The text with every character that is not printable replaced. */
    public AttributedString text(String text, Tone tone) {
        var clean = new StringBuilder(text.length());
        text.codePoints().map(c -> printable(c) ? c : '?').forEach(clean::appendCodePoint);
        return new AttributedString(clean, tone.style(colours));
    }

    /** A bar that fills the width when the fraction is 1. */
    public AttributedString bar(double fraction, int width) {
        int eighths = (int) Math.round(Math.max(0, Math.min(1, fraction)) * width * 8);
        String full = (unicode ? "█" : "#").repeat(unicode ? eighths / 8 : (eighths + 4) / 8);
        String part = unicode && eighths % 8 > 0 ? String.valueOf(EIGHTHS.charAt(eighths % 8)) : "";
        return text(full + part, Tone.ACCENT);
    }

    /** One or the other sign, whichever the terminal can show. */
    public String sign(String unicodeSign, String asciiSign) {
        return unicode ? unicodeSign : asciiSign;
    }

    /** Whether there are colours at all. */
    public boolean colour() {
        return colours != Colours.NONE;
    }

    /** The same line, exactly this wide, as the chosen one of many. */
    public AttributedString selected(AttributedString line, int width) {
        return restyled(line, width, this::selected);
    }

    /** The same line, exactly this wide, with a rule below it. */
    public AttributedString ruled(AttributedString line, int width) {
        return restyled(line, width, AttributedStyle::underline);
    }

    private AttributedStyle selected(AttributedStyle style) {
        if (!colours.isRich()) {
            return AttributedStyle.INVERSE;
        }
        boolean toned = style.getStyle() != AttributedStyle.DEFAULT.getStyle()
                && style.getStyle() != AttributedStyle.BOLD.getStyle();
        if (colours == Colours.INDEXED) {
            return (toned ? style : style.foreground(SELECTED_TEXT_INDEX)).background(SELECTED_GROUND_INDEX);
        }
        return (toned ? style : style.foregroundRgb(SELECTED_TEXT)).backgroundRgb(SELECTED_GROUND);
    }

    private static AttributedString restyled(AttributedString line, int width, UnaryOperator<AttributedStyle> change) {
        var other = new AttributedStringBuilder(width);
        for (int at = 0; at < line.length(); at++) {
            other.style(change.apply(line.styleAt(at))).append(line.charAt(at));
        }
        int missing = Math.max(0, width - line.columnLength());
        return other.style(change.apply(AttributedStyle.DEFAULT))
                .append(" ".repeat(missing))
                .toAttributedString();
    }

    /** The line itself when it fits, else its beginning with a sign that something was cut off. */
    public AttributedString cut(AttributedString line, int width) {
        if (line.columnLength() <= width) {
            return line;
        }
        AttributedString begin = line.columnSubSequence(0, Math.max(0, width - 1));
        return width < 1
                ? begin
                : AttributedString.join(AttributedString.EMPTY, begin, text(sign("…", "~"), Tone.FAINT));
    }

    private boolean printable(int character) {
        if (character < 0x7f) {
            return character >= ' ';
        }
        return unicode
                && switch (Character.getType(character)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.SURROGATE,
                            Character.PRIVATE_USE,
                            Character.UNASSIGNED,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR -> false;
                    default -> true;
                };
    }
}
