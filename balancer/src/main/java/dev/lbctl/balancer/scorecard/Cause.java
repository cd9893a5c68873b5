package dev.lbctl.balancer.scorecard;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why a backend was gone. */
public enum Cause {
    KILLED("was killed"),
    CRASHED("crashed"),
    RESTARTED("was restarted"),
    STOPPED("was stopped"),
    DRAINED("was drained"),
    /** Nobody said why. */
    LOST("was lost");

    private final String words;

    Cause(String words) {
        this.words = words;
    }

    /** Of those that whoever runs a backend may give. */
    public static Optional<Cause> given(String word) {
        return Arrays.stream(values())
                .filter(cause ->
                        cause != DRAINED && cause != LOST && cause.key().equals(word))
                .findFirst();
    }

    /** The word on the wire. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    String words() {
        return words;
    }

    /** Whether it stays down until somebody wants it back. */
    boolean isFinal() {
        return this == KILLED || this == STOPPED;
    }

    /** Whether more is known than that it is gone. */
    boolean isGiven() {
        return this != DRAINED && this != LOST;
    }
}
