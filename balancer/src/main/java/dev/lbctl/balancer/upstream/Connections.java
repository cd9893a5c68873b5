package dev.lbctl.balancer.upstream;

import dev.lbctl.balancer.exchange.Attempt;
import dev.lbctl.balancer.exchange.Upstreams;
import dev.lbctl.balancer.pool.Backend;
import dev.lbctl.balancer.retry.Outcome;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.SocketChannel;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One event loop's connections to backends: opened, lent, and kept for reuse. */
public final class Connections implements Upstreams {
    private static final Logger LOG = LoggerFactory.getLogger(Connections.class);
    private static final long SWEEP_SECONDS = 1;

    private final IdleConnections idle = new IdleConnections();
    private final Shortage shortage = new Shortage(LOG::warn, System.nanoTime());
    private final EventLoop loop;
    private final Bootstrap bootstrap;

    public Connections(EventLoop loop, Transport transport) {
        this.loop = loop;
        this.bootstrap = new Bootstrap()
                .group(loop)
                .channel(transport.clientChannel())
                .resolver(transport.names())
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.AUTO_CLOSE, false); // A backend that stops reading may have answered.
        loop.scheduleAtFixedRate(() -> idle.sweep(System.nanoTime()), SWEEP_SECONDS, SWEEP_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void open(Attempt attempt, boolean fresh) {
        Connection kept = fresh ? null : idle.poll(attempt.backend());
        if (kept == null) {
            connect(attempt);
        } else {
            kept.lend(attempt, true);
        }
    }

    /** A lent connection comes back. */
    void takeBack(Connection connection, boolean reusable) {
        if (reusable
                && connection.isActive()
                && idle.keep(connection, connection.age().mostIdle())) {
            connection.resume();
        } else {
            connection.close();
        }
    }

    private void connect(Attempt attempt) {
        Backend backend = attempt.backend();
        Connection connection = new Connection(this, backend, attempt.connections());
        bootstrap
                .clone()
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int)
                        attempt.timeouts().connect().toMillis())
                .handler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        connection.opened(channel);
                        channel.pipeline().addLast(new UpstreamHandler(connection));
                    }
                })
                .connect(address(backend))
                .addListener((ChannelFuture done) -> onLoop(() -> connected(done, connection, attempt)));
    }

    /** Netty tells on a thread of its own that a socket could not even be made. */
    private void onLoop(Runnable task) {
        if (loop.inEventLoop()) {
            task.run();
        } else {
            loop.execute(task);
        }
    }

    private void connected(ChannelFuture done, Connection connection, Attempt attempt) {
        if (done.isSuccess()) {
            done.channel().closeFuture().addListener(closed -> idle.forget(connection));
            connection.lend(attempt, false);
            return;
        }
        Outcome.Kind kind = Unconnected.kind(done.cause());
        String detail = Unconnected.detail(done.cause());
        if (kind == Outcome.Kind.NO_SOCKET) {
            shortage.met(detail, System.nanoTime());
        }
        attempt.ended(kind, detail);
    }

    /** Resolved when the host is a literal address; a name is looked up on the event loop without blocking it. */
    private static InetSocketAddress address(Backend backend) {
        InetAddress literal = NetUtil.createInetAddressFromIpAddressString(backend.host());
        return literal == null
                ? InetSocketAddress.createUnresolved(backend.host(), backend.port())
                : new InetSocketAddress(literal, backend.port());
    }
}
