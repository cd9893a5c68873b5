package dev.lbctl.config.read;

import dev.lbctl.config.Address;
import dev.lbctl.config.BackendConfig;
import dev.lbctl.config.FitnessConfig;
import dev.lbctl.config.NodeConfig;
import dev.lbctl.config.PoolConfig;
import dev.lbctl.config.yaml.Kind;
import dev.lbctl.config.yaml.Section;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One pool of the file; how its requests are shared is the {@link BalanceReader}'s, how passed on the {@link TrafficReader}'s,
 * and among whom the {@link FitnessReader}'s.
 */
final class PoolReader {
    static final Kind<String> NAME = Kind.text(
            "a name",
            Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,62}"),
            "write letters, digits, -, _ and ., at most 63 of them");
    private static final Kind<String> BACKEND_NAME = Kind.text(
            "a name",
            Pattern.compile("[A-Za-z0-9\\[][A-Za-z0-9_.:\\[\\]-]{0,299}"),
            "write letters, digits, -, _ and .");
    private static final Kind<Address> URL =
            Kind.of("a backend's URL", PoolReader::address, "write http://host:port, like http://10.0.0.5:8080");

    private PoolReader() {}

    /** @param file where relative paths begin in its directory */
    static PoolConfig pool(String name, Section s, Path file) {
        boolean runs = s.has("run") && !s.isReplaced("backends");
        FitnessConfig fitness = FitnessReader.fitness(s);
        NodeConfig run = runs ? s.section("run", section -> RunReader.run(section, fitness.health(), file)) : null;
        if (run == null && !s.has("backends")) {
            String what = "pool " + name + " has no servers";
            s.problem("run", what, "write backends (servers that run already) or run (a program to start)");
        }
        return new PoolConfig(
                name, BalanceReader.balance(s, file), run, backends(s, name, run), fitness, TrafficReader.traffic(s));
    }

    private static List<BackendConfig> backends(Section pool, String name, @Nullable NodeConfig run) {
        Set<String> taken = new HashSet<>();
        if (run != null) {
            IntStream.rangeClosed(1, run.copies()).forEach(n -> taken.add(NodeConfig.nodeName(name, n)));
        }
        if (pool.isReplaced("backends")) {
            return pool.values("backends", URL).stream()
                    .distinct()
                    .map(address -> new BackendConfig(address.toString(), address))
                    .toList();
        }
        List<BackendConfig> backends = new ArrayList<>();
        pool.list("backends", s -> backend(s, taken)).forEach(backend -> backend.ifPresent(backends::add));
        return backends;
    }

    private static Optional<BackendConfig> backend(Section s, Set<String> taken) {
        Optional<String> name = s.optional("name", BACKEND_NAME);
        int weight = s.optional("weight", Kind.number(1, 1_000)).orElse(1);
        Optional<BackendConfig> backend = s.required("url", URL)
                .map(address -> new BackendConfig(name.orElse(address.toString()), address, weight));
        backend.filter(b -> !taken.add(b.name()))
                .ifPresent(b -> s.problem(
                        name.isPresent() ? "name" : "url",
                        "a second server called " + b.name() + " in this pool",
                        "give each a name of its own"));
        return backend;
    }

    /** {@code http://host[:port][/]}; plain HTTP is what the balancer speaks to its backends. */
    private static Optional<Address> address(String url) {
        if (!url.startsWith("http://")) {
            return Optional.empty();
        }
        String authority = url.substring("http://".length()).replaceFirst("/$", "");
        boolean hasPort = authority.matches(".*:[0-9]+") && !authority.matches("\\[[^]]*");
        return Address.parse(hasPort ? authority : authority + ":80").filter(address -> address.port() > 0);
    }
}
