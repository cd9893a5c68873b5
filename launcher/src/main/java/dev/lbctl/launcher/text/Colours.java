package dev.lbctl.launcher.text;

import org.jspecify.annotations.Nullable;

/** Which colours a terminal has. */
public enum Colours {
    /** None, or none are wanted. */
    NONE,
    /** The 16 that its owner has chosen. */
    ANSI,
    /** 256 or more; what is written in 24 bits is rounded to what there is. */
    RICH;

    private static final int INDEXED = 256;
    private static final int BASIC = 8;

    /** What a terminal says it has; null when it says nothing. */
    public static Colours of(@Nullable Integer count) {
        if (count == null || count < BASIC) {
            return NONE;
        }
        return count < INDEXED ? ANSI : RICH;
    }
}
