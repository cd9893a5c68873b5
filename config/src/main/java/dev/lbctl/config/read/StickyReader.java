package dev.lbctl.config.read;

import dev.lbctl.config.CookieConfig;
import dev.lbctl.config.CookieConfig.SameSite;
import dev.lbctl.config.CookieConfig.Secure;
import dev.lbctl.config.PoolConfig;
import dev.lbctl.config.StickyConfig;
import dev.lbctl.config.StickyConfig.OnDrain;
import dev.lbctl.config.yaml.Kind;
import dev.lbctl.config.yaml.Section;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** A pool's sticky sessions. The shipped file has none, so the defaults stand here. */
final class StickyReader {
    private static final Duration LONGEST_KEPT = Duration.ofDays(400); // Browsers cut off what is more.
    private static final Kind<String> COOKIE = Kind.text(
            "a cookie's name",
            Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,64}"), // A token: RFC 6265, section 4.1.1.
            "write letters, digits, - and _, like lbctl_session, at most 64 of them");
    private static final Kind<String> PATH = Kind.text(
            "a cookie's path", Pattern.compile("/[!-~&&[^;]]{0,255}"), "write a path that begins with /, like /app");
    private static final Kind<String> DOMAIN = Kind.text(
            "a cookie's domain",
            Pattern.compile("(?=.*[A-Za-z])(?!.{254})([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z0-9-]+"),
            "write a name like example.org, whose hosts all get the cookie, or leave it out for the very host");

    private StickyReader() {}

    /** @param file where relative paths begin in its directory */
    static StickyConfig sticky(Section s, Path file) {
        StickyConfig sticky = new StickyConfig(
                s.optional("cookie", COOKIE).orElse("lbctl_session"),
                attributes(s),
                s.optional("secret_file", FileKind.in(file, "sessions.secret")).orElse(null),
                s.optional("on_drain", Kind.oneOf("what a drain does to sessions", OnDrain.class))
                        .orElse(OnDrain.FINISH));
        checkSecure(s, sticky);
        checkPrefix(s, sticky);
        return sticky;
    }

    private static CookieConfig attributes(Section s) {
        return new CookieConfig(
                s.optional("path", PATH).orElse("/"),
                s.optional("domain", DOMAIN).orElse(null),
                s.optional("same_site", Kind.oneOf("a rule for requests of other sites", SameSite.class))
                        .orElse(SameSite.LAX),
                s.optional("secure", Kind.oneOf("when a cookie is secure", Secure.class))
                        .orElse(Secure.AUTO),
                s.optional("max_age", Kind.duration(Duration.ofSeconds(1), LONGEST_KEPT))
                        .orElse(null));
    }

    private static void checkSecure(Section s, StickyConfig sticky) {
        CookieConfig attributes = sticky.attributes();
        if (attributes.sameSite() == SameSite.NONE && attributes.secure() != Secure.ALWAYS) {
            s.problem(
                    "same_site",
                    "same_site: none without secure: always makes a cookie that browsers refuse",
                    "write secure: always as well, or same_site: lax");
        }
    }

    /** RFC 6265bis, section 4.1.3: browsers refuse such a name without what it promises. */
    private static void checkPrefix(Section s, StickyConfig sticky) {
        CookieConfig attributes = sticky.attributes();
        boolean host = sticky.cookie().regionMatches(true, 0, "__Host-", 0, "__Host-".length());
        boolean secure = host || sticky.cookie().regionMatches(true, 0, "__Secure-", 0, "__Secure-".length());
        boolean kept = attributes.secure() == Secure.ALWAYS
                && (!host || (attributes.path().equals("/") && attributes.domain() == null));
        if (secure && !kept) {
            s.problem(
                    "cookie",
                    "browsers take a cookie called " + sticky.cookie() + " only with secure: always"
                            + (host ? ", path: / and no domain" : ""),
                    "write that, or give it another name");
        }
    }

    /** Pools must not write over each other's cookies. */
    static void refuseSharedCookies(Section root, Collection<PoolConfig> pools) {
        Map<String, String> owners = new HashMap<>();
        for (PoolConfig pool : pools) {
            StickyConfig sticky = pool.balance().sticky();
            String owner = sticky == null ? null : owners.putIfAbsent(sticky.cookie(), pool.name());
            if (owner != null && sticky != null) {
                String what = "pools " + owner + " and " + pool.name() + " have the same sticky cookie "
                        + sticky.cookie() + ", so that a client's session with one would end that with the other";
                root.problem("pools", what, "write sticky: { cookie: NAME } with a name of its own for each");
            }
        }
    }
}
