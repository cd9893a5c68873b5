package dev.lbctl.config;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One check of a member. With {@link Type#TCP} only the type counts.
 *
 * @param path with a query, if there is one
 * @param method GET, HEAD, OPTIONS or POST; a POST has no body
 * @param host what the Host field has; null means the member's own address
 * @param headers further fields, as {@code Name: value}
 * @param expect the statuses that pass
 * @param body what the answer's body must contain; null means that it does not matter
 */
public record ProbeConfig(
        Type type,
        String path,
        String method,
        @Nullable String host,
        List<String> headers,
        StatusSet expect,
        @Nullable String body) {

    /** The same, of another path, by HTTP. */
    public ProbeConfig at(String newPath) {
        return new ProbeConfig(Type.HTTP, newPath, method, host, headers, expect, body);
    }

    /** A probe that only connects. */
    public ProbeConfig connectOnly() {
        return new ProbeConfig(Type.TCP, path, method, host, headers, expect, body);
    }

    /** What is tried. */
    public enum Type {
        /** A request over HTTP/1.1. */
        HTTP,
        /** To connect, no more. */
        TCP
    }
}
