package dev.lbctl.balancer.listener;

import dev.lbctl.balancer.body.BodyReader;
import dev.lbctl.balancer.head.RequestReader;
import dev.lbctl.balancer.http.Flaw;
import dev.lbctl.balancer.http.HeadLimits;
import dev.lbctl.balancer.http.Progress;
import dev.lbctl.balancer.http.RequestHead;
import io.netty.buffer.ByteBuf;

/** The request that is coming in: its head, then its body, a piece whenever one is wanted. Owner: the connection's event loop. */
final class Incoming {

    private enum State {
        HEAD,
        BODY,
        /** The request was read whole: what follows waits until it is answered. */
        HELD,
        CLOSED
    }

    private final Intake.Taker taker;
    private final RequestReader heads;
    private final BodyReader bodies;
    private State state = State.HEAD;
    private boolean pieceWanted;

    Incoming(Intake.Taker taker, HeadLimits limits) {
        this.taker = taker;
        this.heads = new RequestReader(limits);
        this.bodies = new BodyReader(limits);
    }

    /** Takes the next thing from what is here, if it is wanted. Answers whether there may be another. */
    boolean read(ByteBuf input) {
        return switch (state) {
            case HEAD -> input.isReadable() && readHead(input);
            case BODY -> pieceWanted && readPiece(input);
            case HELD, CLOSED -> false;
        };
    }

    private boolean readHead(ByteBuf input) {
        Progress progress = heads.read(input);
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

    private boolean readPiece(ByteBuf input) {
        ByteBuf piece = bodies.read(input);
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

    /** The next piece of the body may come. */
    void wantPiece() {
        pieceWanted = true;
    }

    /** Begins with the next one, if this one was read whole. Answers whether it does. */
    boolean next() {
        boolean whole = isWhole();
        if (whole) {
            state = State.HEAD;
            heads.forget();
        }
        return whole;
    }

    /** Reads nothing any more. */
    void close() {
        state = State.CLOSED;
    }

    boolean isClosed() {
        return state == State.CLOSED;
    }

    boolean isWhole() {
        return state == State.HELD;
    }

    boolean awaitsHead() {
        return state == State.HEAD;
    }

    /** Whether part of its head is here. */
    boolean hasBegun() {
        return state == State.HEAD && heads.hasBegun();
    }

    boolean awaitsPiece() {
        return state == State.BODY && pieceWanted;
    }
}
