package dev.lbctl.balancer.metrics;

import dev.lbctl.balancer.pool.Load;
import org.jspecify.annotations.Nullable;

/** An exchange that is over, as counters look at it; the whole record is put together for those who ask. It changes no more. */
public interface Finished {

    /** As in {@link Answered}. */
    int status();

    /** As in {@link Answered}. */
    @Nullable
    String cause();

    /** As in {@link Served}. */
    @Nullable
    String pool();

    /** As in {@link Served}. */
    @Nullable
    String backend();

    /** Of the member that was tried last; null when nobody was. */
    @Nullable
    Load load();

    /** As in {@link Served}. */
    int attempts();

    /** As in {@link Phases}. */
    long totalNanos();

    /** The second in which it ended, since the epoch. */
    long endSecond();

    RequestRecord record();

    /** Whether the client got less than a backend's whole answer, or one with a 5xx status. */
    default boolean failed() {
        return cause() != null || status() >= 500;
    }
}
