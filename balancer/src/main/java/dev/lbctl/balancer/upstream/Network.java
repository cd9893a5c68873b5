package dev.lbctl.balancer.upstream;

import dev.lbctl.balancer.names.DnsLookup;
import dev.lbctl.balancer.names.Names;

/** How sockets are driven, and how hosts are found that they are to be connected to. */
public record Network(Transport transport, Names names) {

    /** The best that this machine has, and its own hosts and name servers. */
    public static Network ofSystem() {
        return new Network(Transport.best(), new Names(DnsLookup.ofSystem(), System::nanoTime));
    }
}
