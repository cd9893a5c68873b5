package dev.lbctl.balancer.upstream;

import dev.lbctl.balancer.exchange.Attempt;
import dev.lbctl.balancer.exchange.LoopTime;
import dev.lbctl.balancer.exchange.Upstreams;
import dev.lbctl.balancer.pool.Backend;
import dev.lbctl.balancer.pool.Load;
import dev.lbctl.balancer.retry.Outcome;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.SocketChannel;
import io.netty.util.concurrent.Future;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One event loop's connections to backends: opened, lent, and kept for reuse. */
public final class Connections implements Upstreams {
    private static final Logger LOG = LoggerFactory.getLogger(Connections.class);
    private static final long SWEEP_SECONDS = 1;

    private final LoopTime time;
    private final IdleConnections idle;
    private final Deque<Replies> readers = new ArrayDeque<>();
    private final Shortage shortage = new Shortage(LOG::warn, System.nanoTime());
    private final Approach approach;
    private final Bootstrap bootstrap;

    public Connections(EventLoop loop, Network network, LoopTime time) {
        this.time = time;
        this.idle = new IdleConnections(time);
        this.approach = new Approach(loop, network.names());
        this.bootstrap = network.transport()
                .client(loop)
                .option(ChannelOption.AUTO_CLOSE, false); // A backend that stops reading may have answered.
        loop.scheduleAtFixedRate(() -> sweep(), SWEEP_SECONDS, SWEEP_SECONDS, TimeUnit.SECONDS);
    }

    LoopTime time() {
        return time;
    }

    @Override
    public void open(Attempt attempt, boolean fresh) {
        Connection kept = fresh ? null : idle.poll(attempt.member().load());
        if (kept == null) {
            connect(attempt);
        } else {
            kept.lend(attempt, true, reader());
        }
    }

    /**
     * A lent connection comes back. One that has more of a request to send stays with that request: its backend has answered early,
     * and might take the rest for another one. With io_uring it would also seem active for a while after it was closed.
     */
    void takeBack(Connection connection, boolean reusable) {
        if (reusable
                && connection.isActive()
                && connection.hasSentAll()
                && !isOutdated(connection)
                && idle.keep(connection, connection.age().mostIdle())) {
            readers.push(connection.handBack());
            connection.resume();
        } else {
            connection.close();
        }
    }

    /** As many as are lent at once serve all connections, so that those which are kept have little to be touched. */
    private Replies reader() {
        Replies rested = readers.poll();
        return rested == null ? new Replies() : rested;
    }

    /** Closes those that are too old, or lead to where their backend was before its name meant another address. */
    private void sweep() {
        long now = System.nanoTime();
        idle.sweep(connection -> connection.age().isOver(now) || isOutdated(connection));
    }

    private boolean isOutdated(Connection connection) {
        Berth berth = connection.berth();
        return berth.isNamed() && approach.isOutdated(berth.backend(), connection.channel());
    }

    private void connect(Attempt attempt) {
        Backend backend = attempt.backend();
        Connection connection = new Connection(
                this, idle.enter(attempt.member()), attempt.traffic().connections());
        Bootstrap ours = bootstrap
                .clone()
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int)
                        attempt.traffic().timeouts().connect().toMillis())
                .handler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        connection.opened(channel);
                        channel.pipeline().addLast(new UpstreamHandler(connection, time));
                    }
                });
        approach.to(backend, ours, approach.present(backend))
                .addListener((Future<Channel> done) -> connected(done, connection, attempt));
    }

    private void connected(Future<Channel> done, Connection connection, Attempt attempt) {
        Load load = attempt.member().load();
        if (done.isSuccess()) {
            done.getNow().closeFuture().addListener(closed -> idle.left(load, connection));
            connection.lend(attempt, false, reader());
            return;
        }
        idle.left(load, connection);
        Outcome.Kind kind = Unconnected.kind(done.cause());
        String detail = Unconnected.detail(done.cause());
        if (kind == Outcome.Kind.NO_SOCKET) {
            shortage.met(detail, System.nanoTime());
        }
        attempt.ended(kind, detail);
    }
}
