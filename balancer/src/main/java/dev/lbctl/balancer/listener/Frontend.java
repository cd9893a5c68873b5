package dev.lbctl.balancer.listener;

import dev.lbctl.balancer.exchange.Exchange;
import dev.lbctl.balancer.exchange.Gateway;
import dev.lbctl.balancer.exchange.LoopTime;
import dev.lbctl.balancer.exchange.Upstreams;
import dev.lbctl.balancer.header.Peer;
import dev.lbctl.balancer.http.HeadLimits;
import dev.lbctl.balancer.http.RequestHead;
import dev.lbctl.balancer.refusal.GatewayError;
import dev.lbctl.balancer.refusal.Refusal;
import dev.lbctl.config.ClientTimeoutConfig;
import dev.lbctl.config.LimitConfig;
import dev.lbctl.config.ListenerConfig;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.function.Supplier;

/**
 * What the clients' connections of one event loop have in common.
 *
 * @param current by what a request is served that begins now
 */
record Frontend(Supplier<Gateway> current, Upstreams upstreams, Clients clients, LoopTime time) {

    Gateway gateway() {
        return current.get();
    }

    /** From here to its end, the exchange goes by the one gateway that is current now. */
    Exchange exchange(ClientConnection client, RequestHead head) {
        return new Exchange(gateway(), upstreams, client, head);
    }

    HeadLimits headLimits() {
        LimitConfig limits = config().limits();
        return new HeadLimits(limits.requestLine(), limits.headers(), limits.fields());
    }

    ClientTimeoutConfig timeouts() {
        return config().timeouts();
    }

    /** How many clients may be connected at once. */
    int mostClients() {
        return config().limits().connections();
    }

    private ListenerConfig config() {
        return gateway().listener();
    }

    /** Answers what could not be read as a request, and takes that down. */
    ByteBuf refusal(Channel channel, Peer peer, GatewayError error, String detail) {
        ByteBuf out = channel.alloc().buffer();
        int length = Refusal.unread(error, detail).write(out);
        gateway().recordUnread(peer.address(), error, length);
        return out;
    }

    Peer peer(Channel channel) {
        InetAddress address = ((InetSocketAddress) channel.remoteAddress()).getAddress();
        boolean trusted = config().trustedProxies().stream().anyMatch(range -> range.contains(address));
        return new Peer(NetUtil.toAddressString(address), trusted, address.isLoopbackAddress());
    }
}
