package dev.lbctl.balancer.metrics;

import org.jspecify.annotations.Nullable;

/**
 * What a client asked for, in its own words: nothing here may be taken for harmless text. Fields that may be long are cut
 * after 1,024 characters, since records are kept by the thousand.
 *
 * @param client the peer's address, without port
 * @param target as it stood in the request line
 * @param version of the protocol, as {@code HTTP/1.1}
 * @param host whom the client asked; null when it did not tell
 */
public record Asked(
        String client,
        String method,
        String target,
        String version,
        @Nullable String host,
        @Nullable String referer,
        @Nullable String userAgent) {
    private static final int LONGEST = 1_024;

    public Asked {
        host = cut(host);
        referer = cut(referer);
        userAgent = cut(userAgent);
    }

    private static @Nullable String cut(@Nullable String field) {
        return field == null || field.length() <= LONGEST ? field : field.substring(0, LONGEST);
    }
}
