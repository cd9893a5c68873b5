package dev.lbctl.balancer.upstream;

import dev.lbctl.config.TransportKind;
import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.channel.uring.IoUring;
import io.netty.channel.uring.IoUringServerSocketChannel;
import io.netty.channel.uring.IoUringSocketChannel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/** How sockets are driven. */
public enum Transport {
    IO_URING(IoUringServerSocketChannel.class, IoUringSocketChannel.class),
    EPOLL(EpollServerSocketChannel.class, EpollSocketChannel.class),
    NIO(NioServerSocketChannel.class, NioSocketChannel.class);

    private final Class<? extends ServerChannel> serverChannel;
    private final Class<? extends Channel> clientChannel;

    Transport(Class<? extends ServerChannel> serverChannel, Class<? extends Channel> clientChannel) {
        this.serverChannel = serverChannel;
        this.clientChannel = clientChannel;
    }

    /**
     * The one that is asked for.
     *
     * @throws UncheckedIOException when this machine lacks it
     */
    public static Transport of(TransportKind kind) {
        return switch (kind) {
            case AUTO -> IO_URING.absence() == null ? IO_URING : EPOLL.absence() == null ? EPOLL : NIO;
            case IO_URING -> IO_URING.present();
            case EPOLL -> EPOLL.present();
            case NIO -> NIO;
        };
    }

    private Transport present() {
        Throwable absence = absence();
        if (absence != null) {
            throw new UncheckedIOException(
                    "this machine has no " + this + "; write listener.transport: auto for the best one it has",
                    new IOException(absence));
        }
        return this;
    }

    /** Why this machine lacks it; null when it does not. */
    private @Nullable Throwable absence() {
        return switch (this) {
            case IO_URING -> IoUring.isAvailable() ? null : IoUring.unavailabilityCause();
            case EPOLL -> Epoll.unavailabilityCause();
            case NIO -> null;
        };
    }

    public EventLoopGroup eventLoops(int count) {
        return new MultiThreadIoEventLoopGroup(count, handlers());
    }

    public EventLoopGroup eventLoops(int count, ThreadFactory threads) {
        return new MultiThreadIoEventLoopGroup(count, threads, handlers());
    }

    private IoHandlerFactory handlers() {
        return switch (this) {
            case IO_URING -> EndWatch.eventLoops();
            case EPOLL -> EpollRounds.eventLoops();
            case NIO -> NioIoHandler.newFactory();
        };
    }

    /** Listens by these event loops, and serves by them what it accepts. Netty has each socket send without delay (TCP_NODELAY). */
    public ServerBootstrap server(EventLoopGroup loops) {
        return new ServerBootstrap().group(loops).channel(serverChannel);
    }

    /** Connects by this event loop, to addresses that need no looking up; as without delay as those that are accepted. */
    public Bootstrap client(EventLoop loop) {
        return new Bootstrap().group(loop).channel(clientChannel).disableResolver();
    }

    /** As a configuration has it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
