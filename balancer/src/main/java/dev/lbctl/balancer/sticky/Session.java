package dev.lbctl.balancer.sticky;

import java.util.List;

/**
 * What a request says of its session, for whoever explains it.
 *
 * @param cookie its name
 * @param presented whether there was such a cookie, whatever it said
 * @param named the members that it names, the first before the others; empty when it is none that the balancer set
 */
public record Session(String cookie, boolean presented, List<String> named) {

    public Session {
        named = List.copyOf(named);
    }

    /** Whether it is that member's. */
    public boolean isOf(String member) {
        return named.contains(member);
    }
}
