package dev.lbctl.balancer.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /requests/{id}/explanation}, why a request went where it went, and {@code GET /explain}, where one would go.
 *
 * @param route null when none takes the request, or none was looked for
 * @param choice how its first member was chosen; null when none was asked for
 * @param candidates all members of the pool, as they were at the first pick, or as they are now
 * @param attempts in their order; none of a request that was not sent
 */
public record Explanation(
        Asked asked,
        @Nullable Taken route,
        @Nullable Choice choice,
        List<Candidate> candidates,
        List<Try> attempts,
        Ending answer) {

    /**
     * What was asked for.
     *
     * @param id counts up while the balancer runs; null when the request was not sent, as are the next two
     * @param requestId what it is called in {@code X-Request-Id}
     */
    public record Asked(
            @Nullable Long id,
            @Nullable String requestId,
            @Nullable Instant time,
            String client,
            String method,
            @Nullable String host,
            String target) {}

    /**
     * The route that took it.
     *
     * @param host its pattern; null when it takes every host
     * @param path its prefix
     */
    public record Taken(@Nullable String host, String path, String why) {}

    /**
     * The first pick.
     *
     * @param how the algorithm picks, in words
     * @param backend who was picked, or would be; null when nobody was, or when it is drawn by lot
     * @param note what that is worth, in words
     * @param sticky what the request's session had to do with it, in words; null when the pool keeps none
     */
    public record Choice(
            String pool,
            String algorithm,
            String how,
            @Nullable String backend,
            String note,
            @Nullable String sticky) {}

    /**
     * A member that came into question, or did not.
     *
     * @param weightPercent 10–100, how much of the weight counts: less than all while the member warms up
     * @param inFlight attempts under way; null when that was not kept
     * @param verdict {@code picked}, {@code possible}, {@code passed_over} or {@code skipped}
     * @param why in words for a person
     */
    public record Candidate(
            String name,
            String url,
            String health,
            String reason,
            String duty,
            int weight,
            int weightPercent,
            @Nullable Integer inFlight,
            String verdict,
            String why) {}

    /**
     * One attempt.
     *
     * @param outcome how it ended, e.g. {@code completed}, {@code timeout}
     * @param reused whether it went over a connection that had served before
     * @param atMs when it began, after the request's head had been read
     */
    public record Try(
            String backend, String url, String outcome, String detail, boolean reused, double atMs, double tookMs) {}

    /**
     * What the client got, or would get.
     *
     * @param status null when it depends on the backend; 0 when nothing could be sent
     * @param cause why the answer is the balancer's own or broken; null when it is the backend's
     * @param sentence the same in words
     * @param queueMs waiting for a member to have room, or to come back; null when it did not wait, as are the others for what did not happen
     */
    public record Ending(
            @Nullable Integer status,
            @Nullable String cause,
            String sentence,
            @Nullable Double queueMs,
            @Nullable Double connectMs,
            @Nullable Double firstByteMs,
            @Nullable Double totalMs) {}
}
