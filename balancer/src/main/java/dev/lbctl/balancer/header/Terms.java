package dev.lbctl.balancer.header;

import dev.lbctl.balancer.http.RequestHead;

/**
 * What an answer must fit.
 *
 * @param requestId what the request is called on every hop
 * @param keepAlive whether the client's connection stays open after the answer
 */
public record Terms(RequestHead request, String requestId, boolean keepAlive) {}
