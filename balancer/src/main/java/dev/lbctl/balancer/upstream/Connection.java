package dev.lbctl.balancer.upstream;

import dev.lbctl.balancer.exchange.Attempt;
import dev.lbctl.balancer.exchange.BackendStream;
import dev.lbctl.balancer.exchange.Tunnel;
import dev.lbctl.balancer.retry.Outcome;
import dev.lbctl.config.ConnectionConfig;
import io.netty.buffer.ByteBuf;
import io.netty.channel.socket.SocketChannel;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A connection to a backend: lent to one attempt at a time, kept idle between. Owner: its event loop. */
final class Connection implements BackendStream, ChannelStream {
    private final Connections home;
    private final Berth berth;
    private final Age age;
    private Replies replies = Replies.NONE;
    private @Nullable SocketChannel channel;
    private @Nullable Attempt attempt;
    private @Nullable Tunnel tunnel;
    private boolean paused;
    private boolean served;
    private @Nullable Connection below;

    Connection(Connections home, Berth berth, ConnectionConfig config) {
        this.home = home;
        this.berth = berth;
        this.age = new Age(config, home.time());
    }

    Berth berth() {
        return berth;
    }

    @Nullable
    Connection below() {
        return below;
    }

    void lieOn(@Nullable Connection next) {
        below = next;
    }

    Age age() {
        return age;
    }

    void opened(SocketChannel opened) {
        channel = opened;
    }

    /** @param reader of its answers, until it is handed back */
    void lend(Attempt to, boolean used, Replies reader) {
        replies = reader;
        attempt = to;
        to.connected(this, used);
    }

    // What the socket brings

    void received(ByteBuf bytes) {
        if (tunnel != null) {
            tunnel.fromBackend(bytes);
        } else if (attempt == null) { // Nobody asked: it cannot be trusted with another request.
            bytes.release();
            close();
        } else {
            replies.add(channel().alloc(), bytes);
            tell();
        }
    }

    /** Tells the attempt what is here, as long as it keeps up. */
    private void tell() {
        Attempt to = attempt;
        while (to != null && !paused && tunnel == null && replies.tell(to, age)) {
            to = attempt;
        }
        replies.rest();
    }

    /** Hands the reader of its answers back: nothing of them is left. */
    Replies handBack() {
        Replies reader = replies;
        replies = Replies.NONE;
        return reader;
    }

    void readComplete() {
        if (attempt != null) {
            attempt.readComplete();
        }
        settle();
    }

    /** What the backend sent was read to its end: if nothing came beyond the answer, it may answer others. */
    private void settle() {
        if (served) {
            served = false;
            home.takeBack(this, !replies.areLeft());
        }
    }

    void writable() {
        if (tunnel != null) {
            tunnel.backendWritable();
        } else if (attempt != null) {
            attempt.backendWritable();
        }
    }

    /** The backend takes nothing more; it may have answered all the same. */
    void outputClosed() {
        replies.distrustEnd();
    }

    /** A tunnel's backend sends nothing more. */
    void inputClosed() {
        if (tunnel != null) {
            tunnel.backendInputClosed();
        }
    }

    /** The connection is gone; what came before is still told. */
    void closed() {
        if (tunnel != null) {
            tunnel.closed();
        } else if (attempt != null && !paused) {
            replies.tellEnd(attempt);
        }
        if (!paused) {
            replies.drop();
        }
    }

    void failed(String detail) {
        if (attempt != null) {
            attempt.ended(Outcome.Kind.CLOSED, detail);
        }
    }

    // What its attempt asks for

    @Override
    public String authority() {
        return berth.authority();
    }

    @Override
    public SocketChannel channel() {
        return Objects.requireNonNull(channel, "not open");
    }

    @Override
    public void pause() {
        paused = true;
        ChannelStream.super.pause();
    }

    @Override
    public void resume() {
        paused = false;
        tell();
        if (attempt != null) {
            attempt.readComplete(); // Also when it was paused again: only what is sent makes room.
        }
        if (!paused && channel().isActive()) {
            ChannelStream.super.resume();
        } else if (!paused) {
            closed();
        }
        settle();
    }

    @Override
    public void join(Tunnel joined) {
        tunnel = joined;
        channel().config().setAllowHalfClosure(true);
        ByteBuf early = replies.surrender();
        if (early != null) {
            joined.fromBackend(early);
        }
    }

    @Override
    public void release(boolean reusable) {
        attempt = null;
        tunnel = null;
        served = reusable;
        if (!reusable) {
            home.takeBack(this, false);
        }
    }

    void close() {
        replies.drop();
        channel().close();
    }
}
