package dev.lbctl.balancer.exchange;

import dev.lbctl.balancer.header.Request;
import dev.lbctl.balancer.metrics.Answered;
import dev.lbctl.balancer.metrics.Asked;
import dev.lbctl.balancer.metrics.Finished;
import dev.lbctl.balancer.metrics.Phases;
import dev.lbctl.balancer.metrics.RequestRecord;
import dev.lbctl.balancer.pool.Load;
import dev.lbctl.balancer.route.Route;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is written down of an exchange on its way, and kept when it is over. It is flat, since a thousand of them are kept: each object
 * more is one that the collector copies. Owner: the exchange, until that is over.
 */
final class Journal implements Finished {
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final long MILLIS_PER_SECOND = 1_000;

    private final CharSequence id;
    private final Asked asked;
    private final Tries tries;
    private final LoopTime time;
    /** Since the epoch. */
    private final long beganMillis;

    private final long startedNanos;
    private @Nullable Route route;
    private long number;
    private long bytesIn;
    private long bytesOut;
    private long queueNanos = Phases.NONE;
    private long connectNanos = Phases.NONE;
    private long firstByteNanos = Phases.NONE;
    private long totalNanos;
    private int status;
    private @Nullable String cause;

    Journal(Gateway gateway, ClientStream client, Request request, Tries tries) {
        this.id = request.id();
        this.asked = client.caller().asked(request);
        this.tries = tries;
        this.time = client.time();
        this.beganMillis = gateway.clock().millis();
        this.startedNanos = time.nanos();
    }

    void routed(@Nullable Route found) {
        route = found;
    }

    /** Null as long as there is none. */
    @Nullable
    Route route() {
        return route;
    }

    void numbered(long counted) {
        number = counted;
    }

    long startedNanos() {
        return startedNanos;
    }

    /** Bytes of the request's body were read. */
    void received(int bytes) {
        bytesIn += bytes;
    }

    long bytesIn() {
        return bytesIn;
    }

    /** Bytes of the answer's body were handed over. */
    void sent(int bytes) {
        bytesOut += bytes;
    }

    void waited(long nanos) {
        queueNanos = waitedNanos() + nanos;
    }

    /** In all so far. */
    long waitedNanos() {
        return Math.max(queueNanos, 0);
    }

    void connected(long nanos) {
        connectNanos = nanos;
    }

    void answered() {
        firstByteNanos = elapsed();
    }

    /** The exchange is over. */
    void end(int given, @Nullable String why) {
        status = given;
        cause = why;
        totalNanos = elapsed();
    }

    private long elapsed() {
        return time.nanos() - startedNanos;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public @Nullable String cause() {
        return cause;
    }

    @Override
    public @Nullable String pool() {
        return route == null ? null : route.destination().pool();
    }

    @Override
    public @Nullable String backend() {
        return tries.backend();
    }

    @Override
    public @Nullable Load load() {
        return tries.load();
    }

    @Override
    public int attempts() {
        return tries.attempts();
    }

    @Override
    public long totalNanos() {
        return totalNanos;
    }

    @Override
    public long endSecond() {
        return (beganMillis + totalNanos / NANOS_PER_MILLI) / MILLIS_PER_SECOND;
    }

    @Override
    public RequestRecord record() {
        return new RequestRecord(
                number,
                id.toString(),
                Instant.ofEpochMilli(beganMillis),
                asked,
                new Answered(status, bytesIn, bytesOut, cause),
                tries.served(route),
                new Phases(queueNanos, connectNanos, firstByteNanos, totalNanos));
    }
}
