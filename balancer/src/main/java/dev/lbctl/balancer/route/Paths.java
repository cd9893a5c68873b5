package dev.lbctl.balancer.route;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The routes of one host: the longest path that takes a request wins. Immutable. */
final class Paths {
    static final Paths NONE = new Paths(List.of());

    private final List<Route> routes;

    Paths(Collection<Route> routes) {
        this.routes = routes.stream()
                .sorted(Comparator.comparingInt((Route route) -> route.path().length())
                        .reversed())
                .toList();
    }

    /** Answers null when none takes it. */
    @Nullable
    Route route(String path) {
        for (int i = 0; i < routes.size(); i++) {
            Route route = routes.get(i);
            if (route.takesPath(path)) {
                return route;
            }
        }
        return null;
    }
}
