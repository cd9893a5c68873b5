package dev.lbctl.balancer.listener;

import dev.lbctl.balancer.http.Fields;
import dev.lbctl.balancer.http.Flaw;
import dev.lbctl.balancer.http.HeadLimits;
import dev.lbctl.balancer.http.RequestHead;
import dev.lbctl.balancer.upstream.Unread;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import org.jspecify.annotations.Nullable;

/**
 * What a client has sent and nobody has taken yet, read as one request after the other: the next head when the last request is
 * done with, the next piece of a body when it is asked for. Owner: the connection's event loop.
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
    private final Unread input = new Unread();
    private boolean advancing;

    Intake(Taker taker, HeadLimits limits) {
        this.taker = taker;
        this.request = new Incoming(taker, limits);
    }

    /** Takes over what the socket had. */
    void add(ByteBufAllocator allocator, ByteBuf bytes) {
        if (request.isClosed()) {
            bytes.release();
            return;
        }
        input.add(allocator, bytes);
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

    /**
     * Whether the socket should be read: for what is awaited, or, when nothing is, to notice a client that leaves. Not before all is
     * read that is here, lest it grows.
     */
    boolean wantsBytes() {
        return !advancing && (request.awaitsHead() || request.awaitsPiece() || (request.isWhole() && input.isEmpty()));
    }

    /** Whether a request is awaited of which no more than a part is here. */
    boolean awaitsHead() {
        return request.awaitsHead() && !advancing;
    }

    /** Whether part of a request's head is here. */
    boolean hasBegunHead() {
        return request.hasBegun();
    }

    /** How much has come of a head that is not whole yet, in bytes. */
    int unfinishedHead() {
        return request.awaitsHead() ? input.size() : 0;
    }

    /** Whether the client has more to say than the request that was read. */
    boolean mayBringMore() {
        return !request.isWhole() || !input.isEmpty();
    }

    /** Whether a piece of a body is awaited that is not here. */
    boolean lacksBody() {
        return request.awaitsPiece() && !advancing;
    }

    /** Whether something came that nobody has taken. */
    boolean holdsBytes() {
        return !input.isEmpty();
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
