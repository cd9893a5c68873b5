package dev.lbctl.balancer.route;

import dev.lbctl.config.HostPattern;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds a request's route. Of those that take its host and its path, one with the very host goes before one with a wildcard, a
 * longer wildcard before a shorter one, either before one of every host; and of several with the same host, the longest path
 * before the others. Immutable.
 */
public final class Router {
    private final HostTable exact;
    private final HostTable wildcard;
    private final Paths anyHost;
    private final boolean asksHost;

    public Router(Collection<Route> routes) {
        Map<String, List<Route>> exactly = new HashMap<>();
        Map<String, List<Route>> below = new HashMap<>();
        List<Route> any = new ArrayList<>();
        for (Route route : routes) {
            HostPattern host = route.host();
            if (host == null) {
                any.add(route);
            } else {
                (host.wildcard() ? below : exactly)
                        .computeIfAbsent(host.name(), name -> new ArrayList<>())
                        .add(route);
            }
        }
        this.exact = table(exactly);
        this.wildcard = table(below);
        this.anyHost = new Paths(any);
        this.asksHost = any.size() < routes.size();
    }

    private static HostTable table(Map<String, List<Route>> routes) {
        Map<String, Paths> paths = new HashMap<>();
        routes.forEach((name, ofName) -> paths.put(name, new Paths(ofName)));
        return new HostTable(paths);
    }

    /**
     * Answers null when no route takes the request.
     *
     * @param host as a Host field has it, with or without port; null when the request names none
     * @param path without query
     */
    public @Nullable Route route(@Nullable String host, String path) {
        Route route = null;
        if (asksHost && host != null) {
            route = host.charAt(0) == '[' ? byLiteral(host, path) : byName(host, nameEnd(host), path);
        }
        return route == null ? anyHost.route(path) : route;
    }

    /** Goes from the last character to the first, and so from the shortest wildcard to the whole name. */
    private @Nullable Route byName(String host, int end, String path) {
        if (end > HostPattern.LONGEST) {
            return null;
        }
        Route best = null;
        int hash = 0;
        for (int i = end - 1; i >= 0; i--) {
            if (host.charAt(i) == '.' && i > 0) {
                Route below = wildcard.find(host, i + 1, end, hash).route(path);
                best = below == null ? best : below;
            }
            hash = HostTable.mix(hash, host.charAt(i));
        }
        Route exactly = exact.find(host, 0, end, hash).route(path);
        return exactly == null ? best : exactly;
    }

    /** An IPv6 address has many spellings, and is rare: here, a text is made. */
    private @Nullable Route byLiteral(String host, String path) {
        return HostPattern.literal(host.substring(0, host.indexOf(']') + 1))
                .map(name -> byName(name, name.length(), path))
                .orElse(null);
    }

    /** A port, and a dot at the end, say nothing. */
    private static int nameEnd(String host) {
        int port = host.indexOf(':');
        int end = port < 0 ? host.length() : port;
        return end > 0 && host.charAt(end - 1) == '.' ? end - 1 : end;
    }
}
