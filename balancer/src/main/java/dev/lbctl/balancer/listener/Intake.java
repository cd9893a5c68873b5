package dev.lbctl.balancer.listener;

import dev.lbctl.balancer.body.BodyReader;
import dev.lbctl.balancer.head.RequestReader;
import dev.lbctl.balancer.http.Fields;
import dev.lbctl.balancer.http.Flaw;
import dev.lbctl.balancer.http.HeadLimits;
import dev.lbctl.balancer.http.Progress;
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

    private enum State {
        HEAD,
        BODY,
        /** The request was read whole: what follows waits until it is answered. */
        HELD,
        CLOSED
    }

    private final Taker taker;
    private final RequestReader heads;
    private final BodyReader bodies;
    private State state = State.HEAD;
    private final Unread input = new Unread();
    private boolean pieceWanted;
    private boolean advancing;

    Intake(Taker taker, HeadLimits limits) {
        this.taker = taker;
        this.heads = new RequestReader(limits);
        this.bodies = new BodyReader(limits);
    }

    /** Takes over what the socket had. */
    void add(ByteBufAllocator allocator, ByteBuf bytes) {
        if (state == State.CLOSED) {
            bytes.release();
            return;
        }
        input.add(allocator, bytes);
        advance();
    }

    /** The request that was read is done with: the next may come. */
    void next() {
        if (state == State.HELD) {
            state = State.HEAD;
            heads.forget();
            advance();
        }
    }

    /** The next piece of the body may come. */
    void wantPiece() {
        pieceWanted = true;
        advance();
    }

    /** Reads on as far as it is wanted and there. Who is called here may ask for more: the loop sees to it, not the stack. */
    private void advance() {
        if (!advancing) {
            advancing = true;
            while (step()) {}
            advancing = false;
            tidy();
            taker.caughtUp();
        }
    }

    private boolean step() {
        return switch (state) {
            case HEAD -> !input.isEmpty() && readHead();
            case BODY -> pieceWanted && readPiece();
            case HELD, CLOSED -> false;
        };
    }

    private boolean readHead() {
        Progress progress = heads.read(input.bytes());
        if (progress == Progress.DONE) {
            RequestHead head = heads.head();
            state = head.framing().hasBody() ? State.BODY : State.HELD;
            bodies.begin(head.framing());
            pieceWanted = false;
            taker.head(head);
        } else if (progress == Progress.REFUSED) {
            refuse(heads.flaw());
        }
        return progress == Progress.DONE;
    }

    private boolean readPiece() {
        ByteBuf piece = bodies.read(input.bytes());
        if (piece != null) {
            pieceWanted = false;
            taker.piece(piece);
        }
        Flaw flaw = bodies.flaw();
        if (flaw != null) {
            refuse(flaw);
        } else if (state == State.BODY && bodies.isDone()) {
            state = State.HELD;
            taker.end(bodies.trailers());
        }
        return piece != null || state == State.HEAD;
    }

    private void refuse(Flaw flaw) {
        if (state != State.CLOSED) {
            close();
            taker.flawed(flaw);
        }
    }

    /**
     * Whether the socket should be read: for what is awaited, or, when nothing is, to notice a client that leaves. Not before all is
     * read that is here, lest it grows.
     */
    boolean wantsBytes() {
        return !advancing
                && switch (state) {
                    case HEAD -> true;
                    case BODY -> pieceWanted;
                    case HELD -> input.isEmpty();
                    case CLOSED -> false;
                };
    }

    /** Whether a request is awaited of which no more than a part is here. */
    boolean awaitsHead() {
        return state == State.HEAD && !advancing;
    }

    /** Whether part of a request's head is here. */
    boolean hasBegunHead() {
        return state == State.HEAD && heads.hasBegun();
    }

    /** How much has come of a head that is not whole yet, in bytes. */
    int unfinishedHead() {
        return state == State.HEAD ? input.size() : 0;
    }

    /** Whether the client has more to say than the request that was read. */
    boolean mayBringMore() {
        return state != State.HELD || !input.isEmpty();
    }

    /** Whether a piece of a body is awaited that is not here. */
    boolean lacksBody() {
        return state == State.BODY && pieceWanted && !advancing;
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
        state = State.CLOSED;
        if (!advancing) {
            tidy();
        }
    }

    private void tidy() {
        if (state == State.CLOSED) {
            input.drop();
        } else {
            input.rest();
        }
    }
}
