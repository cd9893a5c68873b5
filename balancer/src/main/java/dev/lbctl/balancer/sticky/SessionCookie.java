package dev.lbctl.balancer.sticky;

import dev.lbctl.config.CookieConfig;
import dev.lbctl.config.CookieConfig.SameSite;
import dev.lbctl.config.CookieConfig.Secure;
import java.time.Duration;

/** A cookie as a client is told it (RFC 6265, section 4.1). Scripts never see it. Immutable. */
final class SessionCookie {
    private final String name;
    private final String attributes;
    private final Secure secure;

    SessionCookie(String name, CookieConfig config) {
        this.name = name;
        this.secure = config.secure();
        this.attributes = attributes(config);
    }

    private static String attributes(CookieConfig config) {
        StringBuilder text = new StringBuilder("; Path=").append(config.path());
        if (config.domain() != null) {
            text.append("; Domain=").append(config.domain());
        }
        Duration maxAge = config.maxAge();
        if (maxAge != null) {
            text.append("; Max-Age=").append(maxAge.toSeconds());
        }
        return text.append("; HttpOnly; SameSite=")
                .append(word(config.sameSite()))
                .toString();
    }

    private static String word(SameSite sameSite) {
        return switch (sameSite) {
            case LAX -> "Lax";
            case STRICT -> "Strict";
            case NONE -> "None";
        };
    }

    String name() {
        return name;
    }

    /** With that value. */
    String with(String value, boolean encrypted) {
        boolean guarded = secure == Secure.ALWAYS || (secure == Secure.AUTO && encrypted);
        return name + "=" + value + attributes + (guarded ? "; Secure" : "");
    }
}
