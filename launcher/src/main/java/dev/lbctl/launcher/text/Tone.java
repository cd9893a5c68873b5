package dev.lbctl.launcher.text;

import org.jline.utils.AttributedStyle;

/** What a piece of text means to its reader; which of the terminal's own 16 colours says it is decided here. */
public enum Tone {
    PLAIN,
    STRONG,
    FAINT,
    GOOD,
    CAREFUL,
    BAD,
    ACCENT;

    AttributedStyle style() {
        return switch (this) {
            case PLAIN -> AttributedStyle.DEFAULT;
            case STRONG -> AttributedStyle.BOLD;
            case FAINT -> colour(AttributedStyle.BRIGHT + AttributedStyle.BLACK);
            case GOOD -> colour(AttributedStyle.GREEN);
            case CAREFUL -> colour(AttributedStyle.YELLOW);
            case BAD -> colour(AttributedStyle.RED);
            case ACCENT -> colour(AttributedStyle.CYAN);
        };
    }

    private static AttributedStyle colour(int number) {
        return AttributedStyle.DEFAULT.foreground(number);
    }
}
