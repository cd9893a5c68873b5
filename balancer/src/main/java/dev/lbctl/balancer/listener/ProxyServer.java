package dev.lbctl.balancer.listener;

import dev.lbctl.balancer.exchange.Gateway;
import dev.lbctl.balancer.exchange.LoopTime;
import dev.lbctl.balancer.upstream.Connections;
import dev.lbctl.balancer.upstream.Network;
import dev.lbctl.config.Address;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.util.concurrent.EventExecutor;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The data plane: listens for clients and serves each on one event loop, backends included. */
public final class ProxyServer {
    private final Address address;
    private final Network network;
    private final EventLoopGroup loops;
    private final long headRoom;
    private final Map<EventLoop, Frontend> frontends = new HashMap<>();
    private volatile Gateway gateway;
    private @Nullable Channel server;

    /**
     * A server that does not listen yet, and will at the gateway's address.
     *
     * @param eventLoops how many threads carry traffic, ≥ 1
     */
    public ProxyServer(Gateway gateway, Network network, int eventLoops) {
        this(gateway, network, eventLoops, Runtime.getRuntime().maxMemory() / 8);
    }

    /** @param headRoom for all heads that are not whole yet, in bytes */
    ProxyServer(Gateway gateway, Network network, int eventLoops, long headRoom) {
        this.address = gateway.listener().address();
        this.gateway = gateway;
        this.network = network;
        this.loops = network.transport().eventLoops(eventLoops);
        this.headRoom = headRoom / eventLoops;
    }

    /** Begins to listen. */
    public void start() throws IOException {
        Seats seats = new Seats();
        for (EventExecutor executor : loops) {
            EventLoop loop = (EventLoop) executor;
            frontends.put(loop, frontend(loop, seats));
        }
        try {
            server = network.transport()
                    .server(loops)
                    .option(ChannelOption.SO_BACKLOG, 4096)
                    .option(ChannelOption.SO_REUSEADDR, true)
                    .childOption(ChannelOption.AUTO_READ, false)
                    .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
                    .childHandler(new ClientPipeline(frontends, seats))
                    .bind(address.host(), address.port())
                    .syncUninterruptibly()
                    .channel();
        } catch (Exception e) { // Netty throws what bind met, checked or not.
            loops.shutdownGracefully(0, 0, TimeUnit.MILLISECONDS);
            throw new IOException("cannot listen on " + address + ": " + e.getMessage(), e);
        }
    }

    private Frontend frontend(EventLoop loop, Seats seats) {
        LoopTime time = new LoopTime();
        Clients clients = new Clients(loop, seats, headRoom);
        return new Frontend(() -> gateway, new Connections(loop, network, time), clients, time);
    }

    public boolean isListening() {
        return server != null && server.isActive();
    }

    /** The port it listens on; that of the system's choice when 0 was asked for. */
    public int port() {
        return server == null ? address.port() : ((InetSocketAddress) server.localAddress()).getPort();
    }

    /** Has every request that begins from now on served by another gateway, in one write; the others go on by theirs. */
    public void use(Gateway next) {
        gateway = next;
    }

    /** By what a request is served that begins now. */
    public Gateway current() {
        return gateway;
    }

    /** Waits until every event loop has finished what it was just doing, and so has seen what was written before. */
    public void settle() {
        if (isListening()) {
            loops.forEach(loop -> loop.submit(() -> {}).awaitUninterruptibly());
        }
    }

    /** Stops listening, lets exchanges finish for at most {@code patience}, and closes. */
    public void stop(Duration patience) {
        if (loops.isShuttingDown()) {
            return;
        }
        if (server != null) {
            server.close().syncUninterruptibly();
        }
        CompletableFuture<?>[] drained = frontends.values().stream()
                .map(frontend -> frontend.clients().drain())
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(drained)
                .completeOnTimeout(null, patience.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(2, TimeUnit.SECONDS);
    }
}
