package dev.lbctl.config.file;

import dev.lbctl.config.Address;
import dev.lbctl.config.AdminConfig;
import dev.lbctl.config.LbConfig;
import dev.lbctl.config.ManagementConfig;
import dev.lbctl.config.PoolConfig;
import dev.lbctl.config.RouteConfig;
import dev.lbctl.config.yaml.Kind;
import dev.lbctl.config.yaml.Section;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The file as a whole; its listener is the {@link ListenerReader}'s, its pools are the {@link PoolReader}'s. */
final class ConfigReader {
    static final Kind<Address> ADDRESS =
            Kind.of("an address", Address::parse, "write host:port, like 127.0.0.1:8000 or [::1]:8000");
    private static final Kind<String> PATH = Kind.text(
            "a path", Pattern.compile("/[!-~&&[^?#]]*"), "write a path that begins with /, without query, like /api");

    private ConfigReader() {}

    /** @param file where relative paths begin in its directory */
    static LbConfig config(Section root, Path file) {
        Map<String, PoolConfig> pools = pools(root);
        boolean samples = pools.values().stream().anyMatch(pool -> pool.run() != null);
        LbConfig config = new LbConfig(
                root.section("listener", s -> ListenerReader.listener(s, samples, file)),
                root.section("admin", s -> new AdminConfig(s.value("address", ADDRESS))),
                root.section("management", s -> new ManagementConfig(s.value("address", ADDRESS))),
                pools,
                routes(root, pools));
        refuseSharedAddresses(root, config);
        return config;
    }

    private static Map<String, PoolConfig> pools(Section root) {
        if (!root.has("pools")) {
            return root.inherited().map(ConfigReader::pools).orElseThrow();
        }
        Map<String, PoolConfig> pools = root.named("pools", PoolReader.NAME, PoolReader::pool);
        List<String> running = pools.values().stream()
                .filter(pool -> pool.run() != null)
                .map(PoolConfig::name)
                .toList();
        if (pools.isEmpty()) {
            root.problem("pools", "pools has no pool", "write one, or leave pools out to have the default");
        }
        if (running.size() > 1) {
            String what = "only one pool may have run, and " + String.join(", ", running) + " have it";
            root.problem("pools", what, "keep run in one of them and list backends in the others");
        }
        return pools;
    }

    private static List<RouteConfig> routes(Section root, Map<String, PoolConfig> pools) {
        Kind<String> pool = Kind.oneOf(
                "a pool of this file", pools.keySet().stream().collect(Collectors.toMap(p -> p, Function.identity())));
        Set<String> seen = new HashSet<>();
        List<RouteConfig> routes = new ArrayList<>();
        root.list("routes", s -> route(s, pool, seen)).forEach(route -> route.ifPresent(routes::add));
        if (root.has("routes")) {
            if (seen.isEmpty()) {
                root.problem("routes", "routes has no route", "write `- pool: NAME`, or leave routes out");
            }
        } else if (pools.size() == 1 || pools.containsKey("default")) {
            routes.add(new RouteConfig(
                    "/", pools.size() == 1 ? pools.keySet().iterator().next() : "default"));
        } else if (!pools.isEmpty()) {
            root.problem("routes", "several pools, and no routes", "write routes: which path goes to which pool");
        }
        return routes;
    }

    private static Optional<RouteConfig> route(Section s, Kind<String> pool, Set<String> seen) {
        String path = s.optional("path", PATH).orElse("/");
        if (!seen.add(path)) {
            s.problem("path", "a second route for " + path, "keep one of the two");
        }
        return s.required("pool", pool).map(name -> new RouteConfig(path, name));
    }

    private static void refuseSharedAddresses(Section root, LbConfig config) {
        Set<Address> taken = new HashSet<>(List.of(config.listener().address()));
        refuseTaken(root, "admin", config.admin().address(), taken);
        refuseTaken(root, "management", config.management().address(), taken);
    }

    private static void refuseTaken(Section root, String key, Address address, Set<Address> taken) {
        if (address.port() != 0 && !taken.add(address)) {
            root.problem(key, key + ".address: " + address + " is used above already", "write another port");
        }
    }
}
