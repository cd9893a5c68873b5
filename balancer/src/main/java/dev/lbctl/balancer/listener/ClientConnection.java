package dev.lbctl.balancer.listener;

import dev.lbctl.balancer.exchange.ClientStream;
import dev.lbctl.balancer.exchange.Exchange;
import dev.lbctl.balancer.exchange.Tunnel;
import dev.lbctl.balancer.header.Peer;
import dev.lbctl.balancer.http.Fields;
import dev.lbctl.balancer.http.Flaw;
import dev.lbctl.balancer.http.RequestHead;
import dev.lbctl.balancer.refusal.GatewayError;
import dev.lbctl.balancer.upstream.ChannelStream;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.DuplexChannel;
import org.jspecify.annotations.Nullable;

/**
 * One client's connection: what it sends becomes one exchange after the other, or, after an upgrade, a tunnel's bytes. Owner: its
 * event loop.
 */
final class ClientConnection implements ClientStream, ChannelStream, Intake.Taker {
    private final Frontend frontend;
    private final DuplexChannel channel;
    private final Peer peer;
    private final Intake intake;
    private final ClientPatience patience;
    private @Nullable Exchange exchange;
    private @Nullable Tunnel tunnel;
    private boolean inputShut;
    private boolean draining;

    ClientConnection(Frontend frontend, DuplexChannel channel) {
        this.frontend = frontend;
        this.channel = channel;
        this.peer = frontend.peer(channel);
        this.intake = new Intake(this, frontend.headLimits());
        this.patience = new ClientPatience(frontend.timeouts());
    }

    // What the socket brings

    void received(ByteBuf bytes) {
        if (tunnel != null) {
            tunnel.fromClient(bytes);
            return;
        }
        boolean begun = intake.hasBegunHead();
        intake.add(channel.alloc(), bytes);
        if (!begun && intake.hasBegunHead()) {
            patience.headBegan();
        }
    }

    /** Whether the socket should be read on. */
    boolean wantsBytes() {
        return tunnel == null && !inputShut && intake.wantsBytes();
    }

    void writable() {
        if (tunnel != null) {
            tunnel.clientWritable();
        } else if (exchange != null) {
            exchange.clientWritable();
        } else {
            nextRequest();
        }
    }

    /** The client sends nothing more, but may still read (RFC 9112, section 9.6). */
    void inputClosed() {
        inputShut = true;
        if (tunnel != null) {
            tunnel.clientInputClosed();
        } else if (intake.lacksBody()) {
            channel.close();
        } else if (exchange == null) {
            readOn();
        } else {
            patience.inputClosed();
        }
    }

    void closed() {
        intake.close();
        Exchange left = exchange;
        exchange = null;
        if (tunnel != null) {
            tunnel.closed();
        } else if (left != null) {
            left.clientGone();
        }
    }

    /** Finishes what runs, and takes nothing new. */
    void drain() {
        draining = true;
        if (exchange == null) {
            flushAndClose(ChannelFutureListener.CLOSE);
        }
    }

    /** Ends what takes too long. Answers false when the connection is closed. */
    boolean check(long nowNanos) {
        if (!channel.isOpen()) {
            return false;
        }
        if (exchange == null) {
            checkIdle(nowNanos);
        } else if (patience.isGone(nowNanos) && !exchange.isAnswering()) {
            channel.close();
        } else {
            exchange.check(nowNanos);
        }
        return true;
    }

    private void checkIdle(long nowNanos) {
        if (intake.hasBegunHead() && patience.headIsLate(nowNanos)) {
            intake.close();
            refuse(GatewayError.HEAD_TIMEOUT, GatewayError.HEAD_TIMEOUT.detail());
        } else if (patience.idleIsOver(nowNanos)) {
            channel.close();
        }
    }

    // What it sent

    @Override
    public void head(RequestHead head) {
        Exchange begun = frontend.exchange(this, head);
        exchange = begun;
        begun.begin();
    }

    @Override
    public void piece(ByteBuf piece) {
        if (exchange == null) {
            piece.release();
        } else {
            exchange.requestContent(piece);
        }
    }

    @Override
    public void end(Fields trailers) {
        if (exchange != null) {
            exchange.requestEnd(trailers);
        }
    }

    @Override
    public void caughtUp() {
        if (exchange != null) {
            exchange.requestCaughtUp();
        }
    }

    @Override
    public void flawed(Flaw flaw) {
        if (exchange == null) {
            refuse(GatewayError.of(flaw), flaw.detail());
        } else {
            exchange.requestMalformed(flaw);
        }
    }

    private void refuse(GatewayError error, String detail) {
        send(frontend.refusal(channel, peer, error, detail));
        patience.idleBegins();
        flushAndClose(Farewell.AFTER_WRITE);
    }

    // What its exchange asks for

    @Override
    public DuplexChannel channel() {
        return channel;
    }

    @Override
    public Peer peer() {
        return peer;
    }

    @Override
    public boolean staysOpen() {
        return !draining && (!inputShut || intake.holdsBytes());
    }

    @Override
    public void read() {
        intake.wantPiece();
        readSocket();
    }

    /** Asks the socket for bytes, if any are wanted; without those of a body that will not come, nobody is left to be answered. */
    void readSocket() {
        if (wantsBytes()) {
            channel.read();
        } else if (inputShut && intake.lacksBody()) {
            channel.close();
        }
    }

    @Override
    public void finish(boolean keepAlive) {
        exchange = null;
        patience.idleBegins();
        if (keepAlive && !draining) {
            channel.flush();
            nextRequest();
        } else {
            boolean stillSending = !inputShut && intake.mayBringMore();
            intake.close();
            flushAndClose(stillSending ? Farewell.AFTER_WRITE : ChannelFutureListener.CLOSE);
        }
    }

    /** Goes on to the next request as soon as the client has taken what it was answered. */
    private void nextRequest() {
        if (exchange == null && channel.isWritable()) {
            intake.next();
        }
        readOn();
    }

    private void readOn() {
        if (inputShut && intake.awaitsHead()) {
            flushAndClose(ChannelFutureListener.CLOSE);
        } else {
            readSocket();
        }
    }

    @Override
    public void abort() {
        exchange = null;
        intake.close();
        if (channel.isActive()) {
            channel.config().setOption(ChannelOption.SO_LINGER, 0);
            channel.close();
        }
    }

    @Override
    public void join(Tunnel joined) {
        tunnel = joined;
        ByteBuf early = intake.surrender();
        if (early != null) {
            joined.fromClient(early);
        }
        if (inputShut) {
            joined.clientInputClosed();
        }
        resume();
    }

    @Override
    public void execute(Runnable task) {
        channel.eventLoop().execute(task);
    }

    private void flushAndClose(ChannelFutureListener then) {
        channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(then);
    }
}
