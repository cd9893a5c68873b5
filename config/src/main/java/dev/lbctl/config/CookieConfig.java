package dev.lbctl.config;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When a browser sends a cookie back (RFC 6265); its keys stand directly where the cookie is named.
 *
 * @param path of requests it is sent with, and what is below it
 * @param domain whose hosts it is sent to; null when only the very host that set it
 * @param maxAge how long it is kept, from when it was set; null when until the browser ends
 */
public record CookieConfig(
        String path,
        @Nullable String domain,
        SameSite sameSite,
        Secure secure,
        @Nullable Duration maxAge) {

    /** With which requests of other sites it is sent: with links only, with none, with all. */
    public enum SameSite {
        LAX,
        STRICT,
        NONE
    }

    /** Whether it is sent over encrypted connections only. */
    public enum Secure {
        /** When the connection that it was set on was one. */
        AUTO,
        ALWAYS,
        NEVER
    }
}
