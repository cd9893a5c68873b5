package dev.lbctl.config;

/**
 * Which pool serves which requests.
 *
 * @param path a prefix of whole path segments: {@code /api} takes {@code /api} and {@code /api/x}, not {@code /apix}
 */
public record RouteConfig(String path, String pool) {}
