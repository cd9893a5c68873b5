package dev.lbctl.balancer.upstream;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.ByteToMessageDecoder;
import org.jspecify.annotations.Nullable;

/** What a socket has brought and nobody has read yet. Owner: the connection's event loop. */
public final class Unread {
    private ByteBuf bytes = Unpooled.EMPTY_BUFFER;
    private boolean apart;

    /** All of it; who reads moves the reader's index. */
    public ByteBuf bytes() {
        return bytes;
    }

    public boolean isEmpty() {
        return !bytes.isReadable();
    }

    public int size() {
        return bytes.readableBytes();
    }

    /** Takes over what the socket had; the room of what was read goes to it, as long as no piece of a body holds on to that. */
    public void add(ByteBufAllocator allocator, ByteBuf more) {
        apart = !isEmpty(); // Else what came is taken as it is.
        if (bytes.refCnt() == 1) {
            bytes.discardSomeReadBytes();
        }
        bytes = ByteToMessageDecoder.MERGE_CUMULATOR.cumulate(allocator, bytes, more);
    }

    /** Nobody reads on for now. What is left waits in a buffer of its own, not in the larger one that it came in. */
    public void rest() {
        if (isEmpty()) {
            drop();
        } else if (!apart) {
            ByteBuf own = bytes.alloc().buffer(bytes.readableBytes()).writeBytes(bytes);
            bytes.release();
            bytes = own;
            apart = true;
        }
    }

    /** Hands over all that is left; null when nothing is. */
    public @Nullable ByteBuf surrender() {
        ByteBuf left = isEmpty() ? null : bytes.retain();
        drop();
        return left;
    }

    public void drop() {
        bytes.release();
        bytes = Unpooled.EMPTY_BUFFER;
    }
}
