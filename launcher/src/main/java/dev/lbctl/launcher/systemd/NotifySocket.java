package dev.lbctl.launcher.systemd;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollDomainDatagramChannel;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.unix.DomainSocketAddress;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A way to a datagram socket of the local kind, which Java itself has for streams only. Its thread keeps no JVM alive. */
final class NotifySocket {
    private final Channel channel;

    private NotifySocket(Channel channel) {
        this.channel = channel;
    }

    /**
     * Connects to it.
     *
     * @param address a path; or, when it begins with @, a name in the abstract namespace (unix(7))
     */
    static NotifySocket to(String address) throws IOException {
        String path = address.startsWith("@") ? "\0" + address.substring(1) : address;
        try {
            EventLoopGroup loop = new MultiThreadIoEventLoopGroup(
                    1, new DefaultThreadFactory("systemd", true), EpollIoHandler.newFactory());
            return new NotifySocket(new Bootstrap()
                    .group(loop)
                    .channel(EpollDomainDatagramChannel.class)
                    .handler(new ChannelInboundHandlerAdapter())
                    .connect(new DomainSocketAddress(path))
                    .syncUninterruptibly()
                    .channel());
        } catch (Exception | UnsatisfiedLinkError e) { // Netty throws what a connect failed with, declared or not
            throw new IOException(String.valueOf(e.getMessage()), e);
        }
    }

    /** Sends one message; does not wait. */
    void send(String message) {
        channel.writeAndFlush(Unpooled.copiedBuffer(message, StandardCharsets.UTF_8), channel.voidPromise());
    }
}
