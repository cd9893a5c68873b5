package dev.lbctl.balancer.metrics;

/**
 * Where the time of an exchange went, in nanoseconds; {@link #NONE} for a phase that did not happen.
 *
 * @param queueNanos waiting for a member to have room, or to come back
 * @param connectNanos opening the connection that was used last; none when it was a kept one
 * @param firstByteNanos from the request's head read to the first byte of a backend's final answer
 * @param totalNanos from the request's head read to the last byte handed over
 */
public record Phases(long queueNanos, long connectNanos, long firstByteNanos, long totalNanos) {
    public static final long NONE = -1;
}
