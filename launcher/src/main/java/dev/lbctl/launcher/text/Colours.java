package dev.lbctl.launcher.text;

import org.jspecify.annotations.Nullable;

/** Which colours a terminal has. */
public enum Colours {
    /** None, or none are wanted. */
    NONE,
    /** The 16 that its owner has chosen. */
    ANSI,
    /** The 256 that terminals have in common. */
    INDEXED,
    /** Any, in 24 bits. */
    TRUE;

    private static final int ANY = 1 << 15;
    private static final int COMMON = 256;
    private static final int BASIC = 8;

    /** What a terminal says it has; null when it says nothing. */
    public static Colours of(@Nullable Integer count) {
        if (count == null || count < BASIC) {
            return NONE;
        }
        if (count < COMMON) {
            return ANSI;
        }
        return count < ANY ? INDEXED : TRUE;
    }

    /** Whether there are enough for shades. */
    boolean isRich() {
        return this == INDEXED || this == TRUE;
    }
}
