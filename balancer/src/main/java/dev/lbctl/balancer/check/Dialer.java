package dev.lbctl.balancer.check;

import dev.lbctl.balancer.pool.Backend;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.EventLoop;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Opens connections to one backend. */
record Dialer(EventLoop loop, Bootstrap bootstrap, Backend backend) {

    ChannelFuture dial(ChannelHandler handler) {
        return bootstrap.clone().handler(handler).connect(address());
    }

    /** Resolved when the host is a literal address; a name is looked up without blocking the loop. */
    private InetSocketAddress address() {
        InetAddress literal = NetUtil.createInetAddressFromIpAddressString(backend.host());
        return literal == null
                ? InetSocketAddress.createUnresolved(backend.host(), backend.port())
                : new InetSocketAddress(literal, backend.port());
    }
}
