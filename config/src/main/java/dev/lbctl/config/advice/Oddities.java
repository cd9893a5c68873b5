package dev.lbctl.config.advice;

import dev.lbctl.config.Address;
import dev.lbctl.config.LbConfig;
import dev.lbctl.config.file.ConfigProblem;
import dev.lbctl.config.file.ConfigResult;
import dev.lbctl.config.yaml.Origin;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what a valid configuration says that its writer will hardly have meant. */
public final class Oddities {

    /**
     * One of them.
     *
     * @param paths of the values it comes from, the most telling first
     */
    record Oddity(List<String> paths, String what, String fix) {}

    private Oddities() {}

    /** In the order of the file. */
    public static List<ConfigProblem> of(ConfigResult.Valid read) {
        LbConfig config = read.config();
        Stream<Oddity> pools = config.pools().values().stream()
                .flatMap(pool -> Stream.of(ProbeOddities.of(pool), TrafficOddities.of(pool), BalanceOddities.of(pool))
                        .flatMap(List::stream));
        return Stream.concat(exposed(config).stream(), pools)
                .map(oddity -> told(oddity, read.origins()))
                .sorted(Comparator.comparingInt(ConfigProblem::line).thenComparingInt(ConfigProblem::column))
                .toList();
    }

    private static List<Oddity> exposed(LbConfig config) {
        Address listener = config.listener().address();
        Optional<Oddity> paths = listener.isLoopback() || !config.listener().adminPaths()
                ? Optional.empty()
                : Optional.of(new Oddity(
                        List.of("listener.admin_paths", "listener.address"),
                        "whoever reaches " + listener + " sees /dashboard, /metrics, /status and their like",
                        "write listener.admin_paths: false, or listen on 127.0.0.1"));
        return Stream.of(
                        paths,
                        exposed("admin.address", config.admin().address()),
                        exposed("management.address", config.management().address()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Oddity> exposed(String path, Address address) {
        return address.isLoopback()
                ? Optional.empty()
                : Optional.of(new Oddity(
                        List.of(path),
                        path + " " + address + " is reached from other machines, and the token passes unencrypted",
                        "listen on 127.0.0.1, and let others come through ssh or a proxy with TLS"));
    }

    private static ConfigProblem told(Oddity oddity, Map<String, Origin> origins) {
        Origin origin = oddity.paths().stream()
                .flatMap(path -> Optional.ofNullable(origins.get(path)).stream())
                .findFirst()
                .orElse(Origin.DEFAULT);
        return new ConfigProblem(origin.source(), origin.line(), origin.column(), oddity.what(), oddity.fix());
    }
}
