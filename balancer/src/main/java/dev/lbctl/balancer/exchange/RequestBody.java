package dev.lbctl.balancer.exchange;

import dev.lbctl.balancer.body.BodyWriter;
import dev.lbctl.balancer.http.Fields;
import dev.lbctl.balancer.http.Framing;
import io.netty.buffer.ByteBuf;
import io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;

/**
 * A request's body: asked of the client piece by piece as a backend takes it, and kept, while it is small, in case that another
 * attempt needs it again. Owner: the exchange.
 */
final class RequestBody {
    private static final long NOTHING = -1;

    private final ClientStream client;
    private final Framing framing;
    private @Nullable ByteBuf kept;
    private long keepAtMost;
    private long sent;
    private boolean unsent;
    private boolean asked;
    private boolean heldBack;
    private @Nullable ByteBuf early;
    private @Nullable Fields trailers;
    private long completeNanos;
    private @Nullable BackendStream taker;

    RequestBody(ClientStream client, Framing framing) {
        this.client = client;
        this.framing = framing;
        if (!framing.hasBody()) {
            end(Fields.NONE);
        }
    }

    /** @param bytes how long a body may be that is kept */
    void keepAtMost(long bytes) {
        keepAtMost = bytes;
    }

    /** Whether all of it was read from the client. */
    boolean isComplete() {
        return trailers != null;
    }

    /** The client sends none of it before it is told to go on (RFC 9110, section 10.1.1), or loses patience. */
    void holdBack() {
        heldBack = !isComplete();
    }

    /** The client was told to go on. */
    void goOn() {
        heldBack = false;
    }

    /** Whether it is for the backend to say that the body may come. */
    boolean isHeldBack() {
        return heldBack;
    }

    /** Whether it is for the client to send a piece. */
    boolean isAwaited() {
        return asked && !isComplete() && !heldBack;
    }

    /** When it was complete. */
    long completeNanos() {
        return completeNanos;
    }

    /** Whether all that was sent of it is still here, so that it can be sent again. */
    boolean isKept() {
        return sent <= keepAtMost;
    }

    /** Begins to send it to a backend: what was read already, then what the client sends. */
    void attach(BackendStream backend) {
        taker = backend;
        if (kept != null) {
            backend.send(BodyWriter.piece(framing, kept.copy()));
        }
        ByteBuf waiting = early;
        early = null;
        if (waiting != null) {
            pass(waiting, backend);
        }
        if (isComplete()) {
            sendEnd(backend);
        } else {
            more();
        }
    }

    /** There is no backend to send it to, for now. */
    void detach() {
        taker = null;
    }

    /** The next piece, taken over; it waits while there is no backend to send it to. */
    void take(ByteBuf piece) {
        asked = false;
        heldBack = false;
        if (taker == null) {
            early = piece;
        } else {
            pass(piece, taker);
            more();
        }
    }

    /** Sends what was taken: many small pieces that came together go on together. */
    void flush() {
        if (taker != null && unsent) {
            unsent = false;
            taker.flush();
        }
    }

    /** Asks the client for more, if there is a backend that takes it. */
    void more() {
        if (!isComplete() && taker != null && taker.isWritable()) {
            asked = true;
            client.read();
        }
    }

    /** It is whole. */
    void end(Fields after) {
        trailers = after;
        completeNanos = client.time().nanos();
        if (taker != null) {
            sendEnd(taker);
        }
    }

    private void pass(ByteBuf piece, BackendStream backend) {
        sent += piece.readableBytes();
        if (isKept()) {
            keep(piece);
        } else {
            forget();
        }
        backend.send(BodyWriter.piece(framing, piece));
        unsent = true;
    }

    /** Copied: a piece, however small, would hold on to all that was read with it. */
    private void keep(ByteBuf piece) {
        if (kept == null) {
            kept = piece.alloc().buffer(piece.readableBytes());
        }
        kept.writeBytes(piece, piece.readerIndex(), piece.readableBytes());
    }

    private void sendEnd(BackendStream backend) {
        if (framing.kind() == Framing.Kind.CHUNKED && trailers != null) {
            ByteBuf last = backend.buffer();
            BodyWriter.lastChunk(last, trailers);
            backend.send(last);
            backend.flush();
        }
    }

    /** It will not be sent again. */
    void forget() {
        ReferenceCountUtil.release(kept);
        kept = null;
        keepAtMost = NOTHING;
    }

    /** Nobody will take what waits, either. */
    void drop() {
        forget();
        ReferenceCountUtil.release(early);
        early = null;
    }
}
