package dev.lbctl.balancer.header;

import org.jspecify.annotations.Nullable;

/**
 * What an answer must fit.
 *
 * @param keepAlive whether the client's connection stays open after the answer
 * @param edits what is changed on the way
 * @param session the Set-Cookie that the client has a session by; null when it needs none, or none anew
 * @param decision where the request went, for a client that may know; null for others
 */
public record Terms(
        Request request,
        boolean keepAlive,
        HeaderEdits edits,
        @Nullable String session,
        @Nullable String decision) {}
