package dev.lbctl.balancer.explain;

import dev.lbctl.balancer.api.Explanation.Taken;
import dev.lbctl.config.HostPattern;
import org.jspecify.annotations.Nullable;

/**
 * Why a route takes a request. Pure.
 *
 * @param host the route's; null when it takes every host
 * @param path the route's prefix
 */
record RouteWords(@Nullable HostPattern host, String path) {

    Taken of(@Nullable String askedHost, String askedTarget) {
        String why = hostWords(askedHost) + ", " + pathWords(askedTarget);
        boolean any = host == null && path.equals("/");
        return new Taken(
                host == null ? null : host.toString(), path, any ? why : why + "; no more specific route does");
    }

    private String hostWords(@Nullable String asked) {
        if (host == null) {
            return "it takes every host";
        }
        return host.wildcard() ? asked + " is below " + host.name() : asked + " is its very host";
    }

    private String pathWords(String asked) {
        return path.equals("/") ? "and every path" : "and " + asked + " is under " + path;
    }
}
