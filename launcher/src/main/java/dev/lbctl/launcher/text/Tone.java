package dev.lbctl.launcher.text;

import org.jline.utils.AttributedStyle;

/**
 * What a piece of text means to its reader; which colour says it is decided here. Those of 256 and of 24 bits are
 * the same, and can be read on dark and on light ground.
 */
public enum Tone {
    PLAIN(-1, -1, -1),
    STRONG(-1, -1, -1),
    FAINT(AttributedStyle.BRIGHT + AttributedStyle.BLACK, 245, 0x8a8a8a),
    GOOD(AttributedStyle.GREEN, 71, 0x5faf5f),
    CAREFUL(AttributedStyle.YELLOW, 172, 0xd78700),
    BAD(AttributedStyle.RED, 167, 0xd75f5f),
    ACCENT(AttributedStyle.CYAN, 74, 0x5fafd7),
    /** Beside the accent, to be told from it. */
    CONTRAST(AttributedStyle.MAGENTA, 140, 0xaf87d7);

    private final int ansi;
    private final int index;
    private final int rgb;

    Tone(int ansi, int index, int rgb) {
        this.ansi = ansi;
        this.index = index;
        this.rgb = rgb;
    }

    AttributedStyle style(Colours colours) {
        if (this == STRONG) {
            return AttributedStyle.BOLD;
        }
        if (rgb < 0) {
            return AttributedStyle.DEFAULT;
        }
        return switch (colours) {
            case NONE -> AttributedStyle.DEFAULT;
            case ANSI -> AttributedStyle.DEFAULT.foreground(ansi);
            case INDEXED -> AttributedStyle.DEFAULT.foreground(index);
            case TRUE -> AttributedStyle.DEFAULT.foregroundRgb(rgb);
        };
    }
}
