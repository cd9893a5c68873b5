package dev.lbctl.balancer.retry;

import java.util.Locale;

/**
 * How an attempt ended, with what a retry must know.
 *
 * @param reused whether the connection had served before
 * @param answered whether any byte of an answer's head or body came
 * @param detail what the system said, for events and logs; of clients, only those that ask from this machine are told
 */
public record Outcome(Kind kind, boolean reused, boolean answered, String detail) {

    /** What ended it. */
    public enum Kind {
        /** The whole answer was relayed. */
        COMPLETED,
        /** Nobody listens there. */
        REFUSED,
        /** No connection within the connect timeout. */
        CONNECT_TIMEOUT,
        /** No connection for another reason, such as no route or an unknown name. */
        UNREACHABLE,
        /** No connection since this machine has no socket or no local port left. */
        NO_SOCKET,
        /** The backend closed or reset the connection before its answer was whole. */
        CLOSED,
        /** The answer is not HTTP that may be passed on. */
        BAD_RESPONSE,
        /** The backend was too slow: with its head, or between two bytes. */
        TIMEOUT,
        /** The client was too slow with its body. */
        CLIENT_STALLED,
        /** The client's body is not HTTP, so that its end cannot be known. */
        CLIENT_MALFORMED,
        /** The client's body is larger than it may be. */
        CLIENT_OVERSIZED,
        /** The client left before its answer was whole. */
        CLIENT_GONE
    }

    private static final Outcome COMPLETED = new Outcome(Kind.COMPLETED, false, true, "");
    private static final Outcome COMPLETED_REUSED = new Outcome(Kind.COMPLETED, true, true, "");

    /** The same as the constructor, without another object for what comes again and again. */
    public static Outcome of(Kind kind, boolean reused, boolean answered, String detail) {
        boolean usual = kind == Kind.COMPLETED && answered && detail.isEmpty();
        return usual ? reused ? COMPLETED_REUSED : COMPLETED : new Outcome(kind, reused, answered, detail);
    }

    /** What ended it, as answers and records have it. */
    public String word() {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** Whether no byte of the request can have reached the backend. */
    public boolean beforeRequest() {
        return switch (kind) {
            case REFUSED, CONNECT_TIMEOUT, UNREACHABLE, NO_SOCKET -> true;
            default -> false;
        };
    }

    /** Whether an answer is missing, and not by the client's own doing. */
    public boolean unserved() {
        return failed() || kind == Kind.NO_SOCKET;
    }

    /** Whether the backend is to blame. */
    public boolean failed() {
        return switch (kind) {
            case COMPLETED, NO_SOCKET, CLIENT_STALLED, CLIENT_MALFORMED, CLIENT_OVERSIZED, CLIENT_GONE -> false;
            case REFUSED, CONNECT_TIMEOUT, UNREACHABLE, CLOSED, BAD_RESPONSE, TIMEOUT -> true;
        };
    }
}
