package dev.lbctl.launcher.text;

import org.jline.utils.AttributedStyle;

/**
 * What a piece of text means to its reader; which colour says it is decided here. The rich ones are of the 256 that
 * terminals have in common, and can be read on dark and on light ground.
 */
public enum Tone {
    PLAIN(-1, -1),
    STRONG(-1, -1),
    FAINT(AttributedStyle.BRIGHT + AttributedStyle.BLACK, 0x8a8a8a),
    GOOD(AttributedStyle.GREEN, 0x5faf5f),
    CAREFUL(AttributedStyle.YELLOW, 0xd78700),
    BAD(AttributedStyle.RED, 0xd75f5f),
    ACCENT(AttributedStyle.CYAN, 0x5fafd7),
    /** Beside the accent, to be told from it. */
    CONTRAST(AttributedStyle.MAGENTA, 0xaf87d7);

    private final int ansi;
    private final int rgb;

    Tone(int ansi, int rgb) {
        this.ansi = ansi;
        this.rgb = rgb;
    }

    AttributedStyle style(Colours colours) {
        if (this == STRONG) {
            return AttributedStyle.BOLD;
        }
        if (rgb < 0 || colours == Colours.NONE) {
            return AttributedStyle.DEFAULT;
        }
        return colours == Colours.ANSI
                ? AttributedStyle.DEFAULT.foreground(ansi)
                : AttributedStyle.DEFAULT.foregroundRgb(rgb);
    }
}
