package dev.lbctl.balancer.exchange;

import dev.lbctl.balancer.body.BodyWriter;
import dev.lbctl.balancer.http.Fields;
import dev.lbctl.balancer.http.Framing;
import io.netty.buffer.ByteBuf;
import io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;

/** A body that comes piece by piece. Owner: the exchange. */
final class StreamedBody implements RequestBody {
    private static final long NOTHING = -1;
    private static final long NOT_YET = Long.MIN_VALUE;

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
    private long completeNanos = NOT_YET;
    private @Nullable BackendStream taker;

    StreamedBody(ClientStream client, Framing framing) {
        this.client = client;
        this.framing = framing;
    }

    @Override
    public void keepAtMost(long bytes) {
        keepAtMost = bytes;
    }

    @Override
    public boolean isComplete() {
        return trailers != null;
    }

    @Override
    public void holdBack() {
        heldBack = !isComplete();
    }

    @Override
    public void goOn() {
        heldBack = false;
    }

    @Override
    public boolean isHeldBack() {
        return heldBack;
    }

    @Override
    public boolean isAwaited() {
        return asked && !isComplete() && !heldBack;
    }

    @Override
    public long completeNanos() {
        return completeNanos;
    }

    @Override
    public boolean isKept() {
        return sent <= keepAtMost;
    }

    @Override
    public void attach(BackendStream backend) {
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

    @Override
    public void detach() {
        taker = null;
    }

    @Override
    public void take(ByteBuf piece) {
        asked = false;
        heldBack = false;
        if (taker == null) {
            early = piece;
        } else {
            pass(piece, taker);
            more();
        }
    }

    @Override
    public void flush() {
        if (taker != null && unsent) {
            unsent = false;
            taker.flush();
        }
    }

    @Override
    public void more() {
        if (!isComplete() && taker != null && taker.isWritable()) {
            asked = true;
            client.read();
        }
    }

    @Override
    public void end(Fields after) {
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

    @Override
    public void forget() {
        ReferenceCountUtil.release(kept);
        kept = null;
        keepAtMost = NOTHING;
    }

    @Override
    public void drop() {
        forget();
        ReferenceCountUtil.release(early);
        early = null;
    }
}
