package dev.lbctl.balancer.upstream;

import dev.lbctl.balancer.exchange.Attempt;
import dev.lbctl.balancer.exchange.Upstreams;
import dev.lbctl.balancer.pool.Backend;
import dev.lbctl.balancer.retry.Outcome;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.ConnectTimeoutException;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.SocketChannel;
import io.netty.util.NetUtil;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** One event loop's connections to backends: opened, lent, and kept for reuse. */
public final class Connections implements Upstreams {
    private static final long SWEEP_SECONDS = 1;

    private final IdleConnections idle = new IdleConnections();
    private final Bootstrap bootstrap;

    public Connections(EventLoop loop, Transport transport) {
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
                .addListener((ChannelFuture connected) -> {
                    if (connected.isSuccess()) {
                        connected.channel().closeFuture().addListener(closed -> idle.forget(connection));
                        connection.lend(attempt, false);
                    } else {
                        attempt.ended(
                                reason(connected.cause()),
                                String.valueOf(connected.cause().getMessage()));
                    }
                });
    }

    /** Resolved when the host is a literal address; a name is looked up on the event loop without blocking it. */
    private static InetSocketAddress address(Backend backend) {
        InetAddress literal = NetUtil.createInetAddressFromIpAddressString(backend.host());
        return literal == null
                ? InetSocketAddress.createUnresolved(backend.host(), backend.port())
                : new InetSocketAddress(literal, backend.port());
    }

    private static Outcome.Kind reason(Throwable failure) {
        if (failure instanceof ConnectTimeoutException) {
            return Outcome.Kind.CONNECT_TIMEOUT;
        }
        boolean refused = failure instanceof ConnectException
                && String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains("refused");
        return refused ? Outcome.Kind.REFUSED : Outcome.Kind.UNREACHABLE;
    }
}
