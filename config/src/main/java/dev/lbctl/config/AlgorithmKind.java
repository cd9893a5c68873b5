package dev.lbctl.config;

import java.util.Locale;

/** The balancing algorithms there are: the only list of them. */
public enum AlgorithmKind {
    ROUND_ROBIN;

    /** The name an operator writes, e.g. {@code round_robin}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
