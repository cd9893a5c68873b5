package dev.lbctl.balancer.route;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds a request's route: the longest path that takes it. Immutable. */
public final class Router {
    private final List<Route> routes;

    public Router(Collection<Route> routes) {
        this.routes = routes.stream()
                .sorted(Comparator.comparingInt((Route route) -> route.path().length())
                        .reversed())
                .toList();
    }

    /** Answers the route for a path without query, or null when none takes it. */
    public @Nullable Route route(String path) {
        for (Route route : routes) {
            if (route.takes(path)) {
                return route;
            }
        }
        return null;
    }
}
