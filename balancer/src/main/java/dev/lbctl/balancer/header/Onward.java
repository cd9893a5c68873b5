package dev.lbctl.balancer.header;

/**
 * What a backend is told beside the client's own words.
 *
 * @param requestId what the request is called on every hop
 * @param host whom to ask: the Host field
 * @param upgrades whether the client's wish for another protocol is passed on
 * @param rewrite what is changed on the way
 */
public record Onward(Peer peer, String requestId, String host, boolean upgrades, Rewrite rewrite) {}
