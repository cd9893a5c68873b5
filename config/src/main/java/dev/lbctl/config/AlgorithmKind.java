package dev.lbctl.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The balancing algorithms there are: the only list of them. */
public enum AlgorithmKind {
    ROUND_ROBIN;

    /** The name an operator writes, e.g. {@code round_robin}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Every algorithm by its {@link #key}, in the order of the keys. */
    public static Map<String, AlgorithmKind> byKey() {
        return Arrays.stream(values())
                .collect(Collectors.toMap(AlgorithmKind::key, kind -> kind, (a, b) -> a, TreeMap::new));
    }
}
