package dev.lbctl.balancer.names;

import java.net.InetAddress;
import java.util.List;

/** What is known of where a host is. */
public sealed interface Answer {

    /** At these addresses, the first one first; at least one. */
    record Found(List<InetAddress> addresses) implements Answer {}

    /**
     * Nowhere.
     *
     * @param why in words for a person
     * @param certain whether there is no such name; otherwise nobody could say
     */
    record Lost(String why, boolean certain) implements Answer {}
}
