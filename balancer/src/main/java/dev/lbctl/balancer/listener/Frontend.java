package dev.lbctl.balancer.listener;

import dev.lbctl.balancer.exchange.Exchange;
import dev.lbctl.balancer.exchange.Gateway;
import dev.lbctl.balancer.exchange.Upstreams;
import dev.lbctl.balancer.header.Peer;
import dev.lbctl.balancer.http.HeadLimits;
import dev.lbctl.balancer.http.RequestHead;
import dev.lbctl.balancer.refusal.GatewayError;
import dev.lbctl.balancer.refusal.Refusal;
import dev.lbctl.config.ClientTimeoutConfig;
import dev.lbctl.config.ListenerConfig;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** What the clients' connections of one event loop have in common. */
record Frontend(Gateway gateway, ListenerConfig config, Upstreams upstreams, Clients clients) {

    Exchange exchange(ClientConnection client, RequestHead head) {
        return new Exchange(gateway, upstreams, client, head);
    }

    HeadLimits headLimits() {
        return new HeadLimits(
                config.limits().requestLine(),
                config.limits().headers(),
                config.limits().fields());
    }

    ClientTimeoutConfig timeouts() {
        return config.timeouts();
    }

    /** Answers what could not be read as a request, and takes that down. */
    ByteBuf refusal(Channel channel, Peer peer, GatewayError error, String detail) {
        ByteBuf out = channel.alloc().buffer();
        int length = Refusal.unread(error, detail).write(out);
        gateway.recordUnread(peer.address(), error, length);
        return out;
    }

    Peer peer(Channel channel) {
        InetAddress address = ((InetSocketAddress) channel.remoteAddress()).getAddress();
        boolean trusted = config.trustedProxies().stream().anyMatch(range -> range.contains(address));
        return new Peer(NetUtil.toAddressString(address), trusted, address.isLoopbackAddress());
    }
}
