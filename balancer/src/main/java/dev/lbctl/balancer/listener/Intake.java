package dev.lbctl.balancer.listener;

import dev.lbctl.balancer.http.Fields;
import dev.lbctl.balancer.http.Flaw;
import dev.lbctl.balancer.http.HeadLimits;
import dev.lbctl.balancer.http.RequestHead;
import dev.lbctl.balancer.upstream.Unread;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import org.jspecify.annotations.Nullable;

/**
 * What a client sends: its socket is read as far as that is wanted, and what nobody has taken yet as one request after the other, the
 * next head when the last request is done with, the next piece of a body when it is asked for. Owner: the connection's event loop.
 */
final class Intake {

    /** Who takes what is read. Each call may change what is wanted next. */
    interface Taker {
        void head(RequestHead head);

        void piece(ByteBuf piece);

        void end(Fields trailers);

        /** What is here and wanted was told. */
        void caughtUp();

        void flawed(Flaw flaw);
    }

    private final Taker taker;
    private final Incoming request;
    private final Channel channel;
    private final ReadDemand demand;
    private final Unread input = new Unread();
    private boolean shut;
    private boolean advancing;

    Intake(Taker taker, HeadLimits limits, Channel channel) {
        this.taker = taker;
        this.request = new Incoming(taker, limits);
        this.channel = channel;
        this.demand = new ReadDemand(channel);
    }

    /** Takes over what the socket had. */
    void add(ByteBuf bytes) {
        demand.arrived();
        if (request.isClosed()) {
            bytes.release();
            return;
        }
        input.add(channel.alloc(), bytes);
        advance();
    }

    /** The request that was read is done with: the next may come. */
    void next() {
        if (request.next()) {
            advance();
        }
    }

    /** The next piece of the body may come. */
    void wantPiece() {
        request.wantPiece();
        advance();
    }

    /** Reads on as far as it is wanted and there. Who is called here may ask for more: the loop sees to it, not the stack. */
    private void advance() {
        if (!advancing) {
            advancing = true;
            while (request.read(input.bytes())) {}
            advancing = false;
            tidy();
            taker.caughtUp();
        }
    }

    /** What could be read from the socket for now was read. */
    void readComplete() {
        demand.answered();
        readSocket();
    }

    /** The client sends nothing more. */
    void shut() {
        shut = true;
    }

    boolean isShut() {
        return shut;
    }

    /** Asks the socket for bytes, if any are wanted; without those of a body that will not come, nobody is left to be answered. */
    void readSocket() {
        if (!shut && wantsBytes()) {
            demand.ask();
        } else if (lacksBody()) {
            channel.close();
        }
    }

    /** For what is awaited, or, when nothing is, to notice a client that leaves. Not before all is read that is here, lest it grows. */
    private boolean wantsBytes() {
        return awaitsHead() || awaitsPiece() || (request.isWhole() && input.isEmpty() && !advancing);
    }

    /** Whether a request is awaited of which no more than a part is here. */
    private boolean awaitsHead() {
        return request.awaitsHead() && !advancing;
    }

    /** Whether a piece of a body is awaited that is not here. */
    private boolean awaitsPiece() {
        return request.awaitsPiece() && !advancing;
    }

    /** Whether a request is awaited that will not come. */
    boolean lacksHead() {
        return shut && awaitsHead();
    }

    /** Whether a piece of a body is awaited that will not come. */
    boolean lacksBody() {
        return shut && awaitsPiece();
    }

    /** Whether part of a request's head is here. */
    boolean hasBegunHead() {
        return request.hasBegun();
    }

    /** How much has come of a head that is not whole yet, in bytes. */
    int unfinishedHead() {
        return request.awaitsHead() ? input.size() : 0;
    }

    /** Whether the client may have more to say than the request that was read. */
    boolean mayBringMore() {
        return !shut && (!request.isWhole() || !input.isEmpty());
    }

    /** Whether nothing is here, nor comes. */
    boolean isOver() {
        return shut && input.isEmpty();
    }

    /** All that came and was not read; nothing is read as HTTP any more. */
    @Nullable
    ByteBuf surrender() {
        ByteBuf rest = input.surrender();
        close();
        return rest;
    }

    /** Reads nothing any more. */
    void close() {
        request.close();
        if (!advancing) {
            tidy();
        }
    }

    private void tidy() {
        if (request.isClosed()) {
            input.drop();
        } else {
            input.rest();
        }
    }
}
