package dev.lbctl.config;

import org.jspecify.annotations.Nullable;

/**
 * Which pool serves which requests.
 *
 * @param host null when every host is taken
 * @param path a prefix of whole path segments: {@code /api} takes {@code /api} and {@code /api/x}, not {@code /apix}
 */
public record RouteConfig(@Nullable HostPattern host, String path, String pool) {

    /** The route of every request. */
    public static RouteConfig all(String pool) {
        return new RouteConfig(null, "/", pool);
    }
}
