package dev.lbctl.balancer.body;

import dev.lbctl.balancer.http.Fields;
import dev.lbctl.balancer.http.Flaw;
import dev.lbctl.balancer.http.Framing;
import dev.lbctl.balancer.http.HeadLimits;
import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/** Reads bodies by their framing (RFC 9112, section 6), one after the other in one direction. Owned by the connection's event loop. */
public final class BodyReader {
    private final ChunkReader chunks;
    private Framing.Kind kind = Framing.Kind.NONE;
    private long left;

    public BodyReader(HeadLimits trailerLimits) {
        this.chunks = new ChunkReader(trailerLimits);
    }

    /** A body with such a framing follows. */
    public void begin(Framing framing) {
        kind = framing.kind();
        left = framing.length();
        chunks.begin();
    }

    /** Answers the next piece, a retained slice that is never empty; null when there is none now, or none any more. */
    public @Nullable ByteBuf read(ByteBuf in) {
        return switch (kind) {
            case NONE -> null;
            case LENGTH -> upTo(left, in);
            case CHUNKED -> chunks.read(in);
            case UNTIL_CLOSE -> in.isReadable() ? in.readRetainedSlice(in.readableBytes()) : null;
        };
    }

    public boolean isDone() {
        return switch (kind) {
            case NONE -> true;
            case LENGTH -> left == 0;
            case CHUNKED -> chunks.isDone();
            case UNTIL_CLOSE -> false;
        };
    }

    /** Why the body is refused for good, null as long as it is sound. */
    public @Nullable Flaw flaw() {
        return kind == Framing.Kind.CHUNKED ? chunks.flaw() : null;
    }

    /** Empty unless a chunked body was read to its end and had some. */
    public Fields trailers() {
        return kind == Framing.Kind.CHUNKED ? chunks.trailers() : Fields.NONE;
    }

    /** The peer has closed; answers whether the body is whole by that. */
    public boolean inputClosed() {
        if (kind == Framing.Kind.UNTIL_CLOSE) {
            kind = Framing.Kind.NONE;
        }
        return isDone();
    }

    private @Nullable ByteBuf upTo(long most, ByteBuf in) {
        int count = (int) Math.min(most, in.readableBytes());
        left -= count;
        return count == 0 ? null : in.readRetainedSlice(count);
    }
}
