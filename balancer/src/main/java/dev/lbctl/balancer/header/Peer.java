package dev.lbctl.balancer.header;

/**
 * Who is at the other end of a client's connection.
 *
 * @param address its literal address, without port
 * @param trusted whether it is a proxy whose word on the client before it is taken
 * @param local whether it is this machine
 */
public record Peer(String address, boolean trusted, boolean local) {}
