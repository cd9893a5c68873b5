package dev.lbctl.balancer.listener;

import dev.lbctl.balancer.exchange.Caller;
import dev.lbctl.balancer.exchange.ClientStream;
import dev.lbctl.balancer.exchange.LoopTime;
import dev.lbctl.balancer.exchange.Tunnel;
import dev.lbctl.balancer.refusal.GatewayError;
import dev.lbctl.balancer.upstream.ChannelStream;
import io.netty.buffer.ByteBuf;
import io.netty.channel.socket.DuplexChannel;

/** One client's connection: what it sends becomes one exchange after the other. Owner: its event loop. */
final class ClientConnection implements ClientStream, ChannelStream {
    private final Frontend frontend;
    private final DuplexChannel channel;
    private final Caller caller;
    private final Intake intake;
    private final ClientPatience patience;
    private final Turn turn;
    private boolean draining;

    ClientConnection(Frontend frontend, DuplexChannel channel) {
        this.frontend = frontend;
        this.channel = channel;
        this.caller = new Caller(frontend.peer(channel));
        this.turn = new Turn(frontend, this);
        this.intake = new Intake(turn, frontend.headLimits(), channel);
        this.patience = new ClientPatience(frontend.timeouts(), frontend.time());
    }

    void opened() {
        intake.readSocket();
    }

    void received(ByteBuf bytes) {
        boolean begun = intake.hasBegunHead();
        intake.add(bytes);
        if (!begun && intake.hasBegunHead()) {
            patience.headBegan();
        }
    }

    void readComplete() {
        intake.readComplete();
    }

    void writable() {
        if (turn.isTaken()) {
            turn.writable();
        } else {
            nextRequest();
        }
    }

    /** The client sends nothing more, but may still read (RFC 9112, section 9.6). */
    void inputClosed() {
        intake.shut();
        if (intake.lacksBody()) {
            channel.close();
        } else if (turn.isTaken()) {
            patience.inputClosed();
        } else {
            readOn();
        }
    }

    void closed() {
        intake.close();
        turn.clientGone();
    }

    /** Finishes what runs, and takes nothing new. */
    void drain() {
        draining = true;
        if (!turn.isTaken()) {
            Farewell.close(channel, false);
        }
    }

    /** Ends what takes too long. */
    void check(long nowNanos) {
        if (!turn.isTaken()) {
            checkIdle(nowNanos);
        } else if (patience.isGone(nowNanos) && turn.awaitsAnswer()) {
            channel.close();
        } else {
            turn.check(nowNanos);
        }
    }

    private void checkIdle(long nowNanos) {
        if (intake.hasBegunHead() && patience.headIsLate(nowNanos)) {
            refuse(GatewayError.HEAD_TIMEOUT, GatewayError.HEAD_TIMEOUT.detail());
        } else if (patience.idleIsOver(nowNanos)) {
            channel.close();
        }
    }

    /** How much has come of a head that is not whole yet, in bytes. */
    int unfinishedHead() {
        return intake.unfinishedHead();
    }

    /** Gives up a head that is not whole yet: there is no room for all of them. */
    void crowdOut() {
        refuse(GatewayError.OVERLOADED, "Too many requests are on their way in.");
    }

    /** Answers what is no request. */
    void refuse(GatewayError error, String detail) {
        intake.close();
        send(frontend.refusal(channel, caller.peer(), error, detail));
        patience.idleBegins();
        Farewell.close(channel, true);
    }

    @Override
    public DuplexChannel channel() {
        return channel;
    }

    @Override
    public Caller caller() {
        return caller;
    }

    @Override
    public LoopTime time() {
        return frontend.time();
    }

    @Override
    public boolean staysOpen() {
        return !draining && !intake.isOver();
    }

    @Override
    public void read() {
        intake.wantPiece();
        intake.readSocket();
    }

    @Override
    public void finish(boolean keepAlive) {
        turn.end();
        patience.idleBegins();
        channel.flush();
        if (keepAlive && !draining) {
            nextRequest();
        } else {
            boolean stillSending = intake.mayBringMore();
            intake.close();
            Farewell.close(channel, stillSending);
        }
    }

    /** Goes on to the next request as soon as the client has taken what it was answered. */
    private void nextRequest() {
        if (!turn.isTaken() && channel.isWritable()) {
            intake.next();
        }
        readOn();
    }

    private void readOn() {
        if (intake.lacksHead()) {
            Farewell.close(channel, false);
        } else {
            intake.readSocket();
        }
    }

    @Override
    public void abort() {
        turn.end();
        intake.close();
        Farewell.breakOff(channel);
    }

    @Override
    public void join(Tunnel joined) {
        channel.pipeline().get(ClientHandler.class).join(joined);
        ByteBuf early = intake.surrender();
        if (early != null) {
            joined.fromClient(early);
        }
        if (intake.isShut()) {
            joined.clientInputClosed();
        }
        resume();
    }

    @Override
    public void execute(Runnable task) {
        channel.eventLoop().execute(task);
    }
}
