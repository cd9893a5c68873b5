package dev.lbctl.balancer.explain;

import dev.lbctl.config.AlgorithmKind;

/**
 * How an algorithm picks, in words for a person.
 *
 * @param how it picks
 * @param certainty how far its next pick can be foreseen
 */
record Manner(String how, Certainty certainty) {

    /** However the algorithm picks: the request's session is with a member. */
    static final Manner KEPT = new Manner("it keeps the request's session", Certainty.KEY);

    /** What a foreseen pick is worth. */
    enum Certainty {
        /** Whoever asks next gets this pick. */
        TURN("a prediction: whichever request comes next takes this turn"),
        /** Every pick is a lot. */
        LOT("drawn by lot for each request: any of those that may be drawn"),
        /** The request itself decides. */
        KEY("holds for every request with the same key, as long as the member takes traffic and is not overloaded");

        private final String note;

        Certainty(String note) {
            this.note = note;
        }

        String note() {
            return note;
        }
    }

    static Manner of(AlgorithmKind kind) {
        return switch (kind) {
            case ROUND_ROBIN -> new Manner("each in turn, whatever its weight", Certainty.TURN);
            case WEIGHTED -> new Manner("each in turn, the heavier the more often", Certainty.TURN);
            case LEAST_CONNECTIONS ->
                new Manner("who has the least under way for its weight, equals in turn", Certainty.TURN);
            case LEAST_RESPONSE_TIME ->
                new Manner("who would answer first, by its times and what it has under way", Certainty.TURN);
            case RANDOM -> new Manner("by lot, the heavier the more often", Certainty.LOT);
            case POWER_OF_TWO ->
                new Manner("of two drawn by lot, the one with less under way for its weight", Certainty.LOT);
            case IP_HASH -> new Manner("by the client's address", Certainty.KEY);
            case CONSISTENT_HASH -> new Manner("by the key that the pool hashes", Certainty.KEY);
        };
    }
}
