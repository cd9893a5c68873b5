package dev.lbctl.config;

import java.util.Locale;

/** The balancing algorithms there are: the only list of them. */
public enum AlgorithmKind {
    /** Each in turn. */
    ROUND_ROBIN,
    /** Each in turn, the heavier the more often. */
    WEIGHTED,
    /** Who has the least under way for its weight. */
    LEAST_CONNECTIONS,
    /** Who would answer first, by its time to the first byte and what it has under way. */
    LEAST_RESPONSE_TIME,
    /** Anyone, the heavier the more often. */
    RANDOM,
    /** Of two drawn, the one with less under way. */
    POWER_OF_TWO,
    /** A client's address always goes to the same. */
    IP_HASH,
    /** A key of the request always goes to the same, as long as that is not overloaded. */
    CONSISTENT_HASH;

    /** The name an operator writes, e.g. {@code round_robin}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
