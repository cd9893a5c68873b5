package dev.lbctl.config;

import org.jspecify.annotations.Nullable;

/**
 * Which pool serves which requests.
 *
 * @param host null when every host is taken
 * @param path a prefix of whole path segments: {@code /api} takes {@code /api} and {@code /api/x}, not {@code /apix}
 * @param stripPrefix as many whole segments of that path as a backend is not told; empty when it is told all
 */
public record RouteConfig(
        @Nullable HostPattern host,
        String path,
        String pool,
        String stripPrefix,
        HeaderConfig requestHeaders,
        HeaderConfig responseHeaders) {

    /** The route of every request. */
    public static RouteConfig all(String pool) {
        return new RouteConfig(null, "/", pool, "", HeaderConfig.NONE, HeaderConfig.NONE);
    }
}
