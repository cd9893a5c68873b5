package dev.lbctl.config.read;

import dev.lbctl.config.Address;
import dev.lbctl.config.AdminConfig;
import dev.lbctl.config.LbConfig;
import dev.lbctl.config.ManagementConfig;
import dev.lbctl.config.PoolConfig;
import dev.lbctl.config.yaml.Kind;
import dev.lbctl.config.yaml.Section;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The file as a whole: its parts are read by {@link ListenerReader}, {@link PoolReader} and {@link RouteReader}. */
public final class ConfigReader {
    static final Kind<Address> ADDRESS =
            Kind.of("an address", Address::parse, "write host:port, like 127.0.0.1:8000 or [::1]:8000");

    private ConfigReader() {}

    /**
     * The configuration that a text says, with what is wrong of it told to the section's problems.
     *
     * @param file where relative paths begin in its directory
     */
    public static LbConfig config(Section root, Path file) {
        Map<String, PoolConfig> pools = pools(root, file);
        boolean samples = pools.values().stream().anyMatch(PoolConfig::isSample);
        LbConfig config = new LbConfig(
                root.section("listener", s -> ListenerReader.listener(s, samples, file)),
                root.section("admin", s -> new AdminConfig(s.value("address", ADDRESS))),
                root.section(
                        "management",
                        s -> new ManagementConfig(s.value("address", ADDRESS), s.value("watch_config", Kind.flag()))),
                pools,
                RouteReader.routes(root, takingTraffic(pools)));
        refuseSharedAddresses(root, config);
        return config;
    }

    private static Map<String, PoolConfig> pools(Section root, Path file) {
        if (!root.has("pools")) {
            return root.inherited().map(shipped -> pools(shipped, file)).orElseThrow();
        }
        Map<String, PoolConfig> pools =
                root.named("pools", PoolReader.NAME, (name, section) -> PoolReader.pool(name, section, file));
        if (pools.isEmpty()) {
            root.problem("pools", "pools has no pool", "write one, or leave pools out to have the default");
        } else if (takingTraffic(pools).isEmpty()) {
            root.problem("pools", "no pool takes traffic", "remove traffic: false from one, or write a pool that does");
        }
        if (runs(pools, "default") && runs(pools, "server")) {
            String what = "the pools default and server would both have a node server-1";
            root.problem("pools", what, "give the pool server another name");
        }
        StickyReader.refuseSharedCookies(root, pools.values());
        return pools;
    }

    private static boolean runs(Map<String, PoolConfig> pools, String name) {
        PoolConfig pool = pools.get(name);
        return pool != null && pool.run() != null;
    }

    private static Set<String> takingTraffic(Map<String, PoolConfig> pools) {
        return pools.values().stream()
                .filter(PoolConfig::takesTraffic)
                .map(PoolConfig::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** By their texts: the first comparison of records costs a process 10 to 16 ms of its start. */
    private static void refuseSharedAddresses(Section root, LbConfig config) {
        Set<String> taken = new HashSet<>(List.of(config.listener().address().toString()));
        refuseTaken(root, "admin", config.admin().address(), taken);
        refuseTaken(root, "management", config.management().address(), taken);
    }

    private static void refuseTaken(Section root, String key, Address address, Set<String> taken) {
        if (address.port() != 0 && !taken.add(address.toString())) {
            root.problem(key, key + ".address: " + address + " is used above already", "write another port");
        }
    }
}
