package dev.lbctl.balancer.api;

import org.jspecify.annotations.Nullable;

/**
 * What it cost that a backend was gone, told with an event of the type {@code scorecard}.
 *
 * @param cause {@code killed}, {@code crashed}, {@code restarted}, {@code stopped}, {@code drained}, or {@code lost} when nobody said why
 * @param noticedMs from its end until it was sent nothing more, in milliseconds; null when that is not known, or when it was set
 *     aside before
 * @param retried requests that it failed and that were served all the same
 * @param failed requests that ended in an error on its account
 * @param backMs from its end, or from when it was sent nothing more if that is not known, until it was in rotation again, in
 *     milliseconds; null as long as it is not
 */
public record Scorecard(
        String cause,
        @Nullable Long noticedMs,
        int retried,
        int failed,
        @Nullable Long backMs) {}
