package dev.lbctl.config;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How a pool keeps a client's requests with one member.
 *
 * @param cookie its name
 * @param attributes what stands in the file beside it as {@code path}, {@code domain}, {@code same_site}, {@code secure} and
 *     {@code max_age}
 * @param secretFile what cookies are signed with, absolute; null when the balancer makes a secret of its own
 */
public record StickyConfig(
        String cookie, CookieConfig attributes, @Nullable Path secretFile, OnDrain onDrain) {

    /** What becomes of a member's sessions while it drains. */
    public enum OnDrain {
        /** They stay with it. */
        FINISH,
        /** Each moves to another member with its next request. */
        MOVE
    }
}
