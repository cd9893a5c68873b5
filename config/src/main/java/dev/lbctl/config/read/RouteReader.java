package dev.lbctl.config.read;

import dev.lbctl.config.HeaderConfig;
import dev.lbctl.config.HostPattern;
import dev.lbctl.config.RouteConfig;
import dev.lbctl.config.yaml.Kind;
import dev.lbctl.config.yaml.Section;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The routes of the file: which requests go to which of its pools. */
final class RouteReader {
    private static final Kind<HostPattern> HOST = Kind.of(
            "a host",
            HostPattern::parse,
            "write a name like api.example.org or \"*.example.org\", or an IP address, without port");
    private static final Pattern PATH_FORM = Pattern.compile("/[!-~&&[^?#]]*");
    private static final Kind<String> PATH =
            Kind.of("a path", RouteReader::path, "write a path that begins with /, without query, like /api");

    private final Kind<String> pool;
    private final Set<String> seen = new HashSet<>();

    private RouteReader(Set<String> pools) {
        this.pool = Kind.oneOf(
                "a pool of this file", pools.stream().collect(Collectors.toMap(Function.identity(), p -> p)));
    }

    /** @param pools the names there are */
    static List<RouteConfig> routes(Section root, Set<String> pools) {
        List<RouteConfig> routes = new RouteReader(pools).read(root);
        if (root.has("routes")) {
            return routes;
        }
        if (pools.size() == 1 || pools.contains("default")) {
            return List.of(RouteConfig.all(pools.size() == 1 ? pools.iterator().next() : "default"));
        }
        if (!pools.isEmpty()) {
            root.problem("routes", "several pools, and no routes", "write routes: which path goes to which pool");
        }
        return List.of();
    }

    private List<RouteConfig> read(Section root) {
        List<Optional<RouteConfig>> routes = root.list("routes", this::route);
        if (root.has("routes") && routes.isEmpty()) {
            root.problem("routes", "routes has no route", "write `- pool: NAME`, or leave routes out");
        }
        return routes.stream().flatMap(Optional::stream).toList();
    }

    private Optional<RouteConfig> route(Section s) {
        Optional<HostPattern> host = s.optional("host", HOST);
        Optional<String> written = s.optional("path", PATH);
        String path = written.orElse("/");
        String strip = s.optional("strip_prefix", PATH.or("true", path).or("false", ""))
                .orElse("");
        HeaderConfig request = s.section("request_headers", HeaderReader::edits);
        HeaderConfig response = s.section("response_headers", HeaderReader::edits);
        if (s.has("host") == host.isPresent() && s.has("path") == written.isPresent()) {
            checkSecond(s, host.map(HostPattern::toString).orElse("") + path);
            checkStrip(s, path, strip);
        }
        return s.required("pool", pool)
                .map(name -> new RouteConfig(host.orElse(null), path, name, strip, request, response));
    }

    /** @param taken host and path */
    private void checkSecond(Section s, String taken) {
        if (!seen.add(taken)) {
            s.problem(s.has("path") ? "path" : "host", "a second route for " + taken, "keep one of the two");
        }
    }

    private static void checkStrip(Section s, String path, String strip) {
        if (strip.equals("/")) {
            s.problem("strip_prefix", "strip_prefix has nothing to cut off", "give the route a path, like /api");
        } else if (!path.equals(strip) && !path.startsWith(strip + "/")) {
            String what = "strip_prefix " + strip + " is not how path " + path + " begins";
            s.problem("strip_prefix", what, "write true, or those segments of path that are to be cut off");
        }
    }

    /** A slash at the end says nothing: only whole segments are taken. */
    private static Optional<String> path(String text) {
        return Optional.of(text)
                .filter(PATH_FORM.asMatchPredicate())
                .map(path -> path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
    }
}
