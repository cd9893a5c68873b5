package dev.lbctl.balancer.header;

import dev.lbctl.balancer.http.RequestHead;

/**
 * What an answer must fit.
 *
 * @param requestId what the request is called on every hop
 * @param keepAlive whether the client's connection stays open after the answer
 * @param edits what is changed on the way
 */
public record Terms(RequestHead request, String requestId, boolean keepAlive, HeaderEdits edits) {}
