package dev.lbctl.balancer.body;

import dev.lbctl.balancer.http.Fields;
import dev.lbctl.balancer.http.Flaw;
import dev.lbctl.balancer.http.HeadLimits;
import dev.lbctl.balancer.http.Progress;
import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/** Reads a chunked body (RFC 9112, section 7.1): its chunks, and the trailer section behind the last. */
final class ChunkReader {
    private enum State {
        LINE,
        DATA,
        DATA_END,
        TRAILERS,
        DONE,
        REFUSED
    }

    private final ChunkLine line = new ChunkLine();
    private final TrailerReader trailers;
    private State state = State.LINE;
    private long left;
    private int endSeen;
    private @Nullable Flaw flaw;

    ChunkReader(HeadLimits trailerLimits) {
        this.trailers = new TrailerReader(trailerLimits);
    }

    void begin() {
        state = State.LINE;
        flaw = null;
        line.begin();
        trailers.begin();
    }

    boolean isDone() {
        return state == State.DONE;
    }

    @Nullable
    Flaw flaw() {
        return flaw;
    }

    Fields trailers() {
        return trailers.fields();
    }

    /** Answers the next piece of data, consuming what stands before it; null when there is none now, or none any more. */
    @Nullable
    ByteBuf read(ByteBuf in) {
        while (in.isReadable() && state != State.DONE && state != State.REFUSED) {
            if (state == State.DATA) {
                return data(in);
            }
            step(in);
        }
        return null;
    }

    private ByteBuf data(ByteBuf in) {
        int count = (int) Math.min(left, in.readableBytes());
        left -= count;
        if (left == 0) {
            endSeen = 0;
            state = State.DATA_END;
        }
        return in.readRetainedSlice(count);
    }

    private void step(ByteBuf in) {
        switch (state) {
            case LINE -> line(in);
            case DATA_END -> dataEnd(in.readByte());
            case TRAILERS -> conclude(trailers.read(in), State.DONE, trailers.flaw());
            default -> throw new IllegalStateException(state.name());
        }
    }

    private void line(ByteBuf in) {
        Progress progress = line.read(in);
        left = line.size();
        conclude(progress, left == 0 ? State.TRAILERS : State.DATA, line.flaw());
    }

    private void dataEnd(byte octet) {
        boolean right = octet == (endSeen == 0 ? '\r' : '\n');
        endSeen++;
        Progress whole = endSeen == 2 ? Progress.DONE : Progress.MORE;
        line.begin();
        conclude(right ? whole : Progress.REFUSED, State.LINE, Flaw.CHUNK_END);
    }

    private void conclude(Progress progress, State next, @Nullable Flaw why) {
        if (progress == Progress.DONE) {
            state = next;
        } else if (progress == Progress.REFUSED) {
            state = State.REFUSED;
            flaw = why;
        }
    }
}
