package dev.lbctl.launcher.text;

import org.jline.utils.AttributedStyle;

/**
 * What a piece of text means to its reader; which colour says it is decided here. The rich ones are of the 256 that
 * terminals have in common, and can be read on dark and on light ground.
 */
public enum Tone {
    PLAIN(AttributedStyle.DEFAULT, AttributedStyle.DEFAULT),
    STRONG(AttributedStyle.BOLD, AttributedStyle.BOLD),
    FAINT(ansi(AttributedStyle.BRIGHT + AttributedStyle.BLACK), rgb(0x8a8a8a)),
    GOOD(ansi(AttributedStyle.GREEN), rgb(0x5faf5f)),
    CAREFUL(ansi(AttributedStyle.YELLOW), rgb(0xd78700)),
    BAD(ansi(AttributedStyle.RED), rgb(0xd75f5f)),
    ACCENT(ansi(AttributedStyle.CYAN), rgb(0x5fafd7));

    private final AttributedStyle ansi;
    private final AttributedStyle rich;

    Tone(AttributedStyle ansi, AttributedStyle rich) {
        this.ansi = ansi;
        this.rich = rich;
    }

    AttributedStyle style(Colours colours) {
        return switch (colours) {
            case NONE -> this == STRONG ? ansi : AttributedStyle.DEFAULT;
            case ANSI -> ansi;
            case RICH -> rich;
        };
    }

    private static AttributedStyle ansi(int number) {
        return AttributedStyle.DEFAULT.foreground(number);
    }

    private static AttributedStyle rgb(int colour) {
        return AttributedStyle.DEFAULT.foregroundRgb(colour);
    }
}
