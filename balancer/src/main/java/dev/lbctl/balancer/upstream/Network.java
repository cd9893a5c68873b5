package dev.lbctl.balancer.upstream;

import dev.lbctl.balancer.names.DnsLookup;
import dev.lbctl.balancer.names.Names;
import dev.lbctl.config.TransportKind;

/** How sockets are driven, and how hosts are found that they are to be connected to. */
public record Network(Transport transport, Names names) {

    /** Hosts and name servers are the machine's own. */
    public static Network ofSystem(TransportKind transport) {
        return new Network(Transport.of(transport), new Names(DnsLookup.ofSystem(), System::nanoTime));
    }
}
