package dev.lbctl.balancer.exchange;

import dev.lbctl.balancer.http.Fields;
import io.netty.buffer.ByteBuf;

/** The body of requests that have none: complete from the first, and the same for all. */
enum NoBody implements RequestBody {
    NONE;

    @Override
    public void keepAtMost(long bytes) {}

    @Override
    public boolean isComplete() {
        return true;
    }

    @Override
    public void holdBack() {}

    @Override
    public void goOn() {}

    @Override
    public boolean isHeldBack() {
        return false;
    }

    @Override
    public boolean isAwaited() {
        return false;
    }

    @Override
    public long completeNanos() {
        return Long.MIN_VALUE;
    }

    @Override
    public boolean isKept() {
        return true;
    }

    @Override
    public void attach(BackendStream backend) {}

    @Override
    public void detach() {}

    @Override
    public void take(ByteBuf piece) {
        piece.release();
    }

    @Override
    public void flush() {}

    @Override
    public void more() {}

    @Override
    public void end(Fields after) {}

    @Override
    public void forget() {}

    @Override
    public void drop() {}
}
