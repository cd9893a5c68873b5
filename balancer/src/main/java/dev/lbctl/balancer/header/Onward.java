package dev.lbctl.balancer.header;

import org.jspecify.annotations.Nullable;

/**
 * What a backend is told beside the client's own words.
 *
 * @param requestId what the request is called on every hop
 * @param named the host that the client asks for; null when it names none
 * @param host whom to ask: the Host field
 * @param upgrades whether the client's wish for another protocol is passed on
 * @param rewrite what is changed on the way
 */
public record Onward(
        Peer peer, String requestId, @Nullable String named, String host, boolean upgrades, Rewrite rewrite) {}
