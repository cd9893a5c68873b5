package dev.lbctl.balancer.upstream;

import dev.lbctl.balancer.exchange.Attempt;
import dev.lbctl.balancer.exchange.BackendStream;
import dev.lbctl.balancer.pool.Backend;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.HttpObject;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A connection to a backend: lent to one attempt at a time, kept idle between. Owner: its event loop. */
final class Connection implements BackendStream {
    private final Connections home;
    private final Backend backend;
    private @Nullable SocketChannel channel;
    private @Nullable Attempt attempt;
    private boolean awaitingHead;
    private boolean served;
    private long progressNanos;

    Connection(Connections home, Backend backend) {
        this.home = home;
        this.backend = backend;
    }

    Backend backend() {
        return backend;
    }

    void opened(SocketChannel opened) {
        channel = opened;
    }

    /** Whose it is now; null while it is idle. */
    @Nullable
    Attempt attempt() {
        return attempt;
    }

    boolean isActive() {
        return channel().isActive() && !channel().isOutputShutdown();
    }

    /** Whether the backend no longer takes anything, though it may still be read. */
    boolean isDeaf() {
        return channel().isActive() && channel().isOutputShutdown();
    }

    void lend(Attempt to, boolean used) {
        attempt = to;
        awaitingHead = false;
        progressed();
        to.connected(this, used);
    }

    /** Bytes moved, one way or the other. */
    void progressed() {
        progressNanos = System.nanoTime();
    }

    void headRead() {
        awaitingHead = false;
    }

    /** Ends the attempt if nothing has moved for longer than its patience. */
    void checkPatience(long nowNanos) {
        if (attempt != null) {
            Duration patience = awaitingHead
                    ? attempt.timeouts().responseHead()
                    : attempt.timeouts().idle();
            if (nowNanos - progressNanos > patience.toNanos()) {
                attempt.timedOut();
            }
        }
    }

    @Override
    public void send(HttpObject message) {
        progressed();
        channel().write(message, channel().voidPromise());
    }

    @Override
    public void flush() {
        channel().flush();
    }

    @Override
    public boolean isWritable() {
        return channel().isWritable();
    }

    @Override
    public void pause() {
        channel().config().setAutoRead(false);
    }

    @Override
    public void resume() {
        channel().config().setAutoRead(true);
    }

    @Override
    public void awaitHead() {
        awaitingHead = true;
        progressed();
    }

    @Override
    public void release(boolean reusable) {
        attempt = null;
        served = reusable;
        if (!reusable) {
            home.takeBack(this, false);
        }
    }

    /** What the backend sent was read to its end: nothing came beyond the answer, so it may answer others. */
    void readComplete() {
        if (served) {
            served = false;
            home.takeBack(this, true);
        }
    }

    void close() {
        channel().close();
    }

    private SocketChannel channel() {
        return Objects.requireNonNull(channel, "not open");
    }
}
