package dev.lbctl.balancer.http;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * All that is made of the bytes of one peer.
 *
 * @param flaw why reading ended, null when all was sound
 * @param left what was not consumed of sound bytes: a head that is not whole, or another protocol
 * @param open whether the last message was still going on when the peer closed
 */
record Reading(List<Message> messages, @Nullable Flaw flaw, String left, boolean open) {
    static final HeadLimits LIMITS = new HeadLimits(8192, 32768, 100);

    static Reading ofRequests(String octets, int... cuts) {
        return new Wire(null).read(octets, cuts);
    }

    /** Of a backend that was sent requests with one method. */
    static Reading ofResponses(String requestMethod, String octets, int... cuts) {
        return new Wire(requestMethod).read(octets, cuts);
    }

    /** The same bytes, one by one. */
    static Reading byteByByte(@Nullable String requestMethod, String octets) {
        int[] cuts = IntStream.range(1, octets.length()).toArray();
        return new Wire(requestMethod).read(octets, cuts);
    }

    /** Answers the flaw, which must be the same when the bytes come one by one. */
    static @Nullable Flaw flawOf(@Nullable String requestMethod, String octets) {
        Reading once = new Wire(requestMethod).read(octets);
        Reading bits = byteByByte(requestMethod, octets);
        if (once.flaw != bits.flaw) {
            throw new AssertionError(
                    once.flaw + " at once, " + bits.flaw + " byte by byte: " + Notation.written(octets));
        }
        return once.flaw;
    }

    Message only() {
        if (messages.size() != 1 || flaw != null) {
            throw new AssertionError("not one message: " + this);
        }
        return messages.get(0);
    }
}
