package dev.lbctl.balancer.http;

import io.netty.buffer.ByteBuf;
import java.util.Arrays;

/**
 * Bytes of a head, copied out of the network's buffer a block at a time, so that no body comes with them in any quantity. One head
 * after the other is kept in the same place.
 */
public final class HeadBytes {
    private static final byte[] EMPTY = {};
    private static final int BLOCK = 1024;
    private static final int ROOM = 256;

    private byte[] bytes = EMPTY;
    private int size;

    public byte[] array() {
        return bytes;
    }

    public int size() {
        return size;
    }

    /** Copies the next block that starts at the index; answers whether there was a byte. */
    public boolean fill(ByteBuf in, int index) {
        int count = Math.min(in.writerIndex() - index, BLOCK);
        if (count <= 0) {
            return false;
        }
        if (bytes.length - size < count) {
            int room = size == 0 ? count : Math.max(Math.max(ROOM, 2 * size), size + count);
            bytes = Arrays.copyOf(bytes, room);
        }
        in.getBytes(index, bytes, size, count);
        size += count;
        return true;
    }

    /** Forgets the bytes; the next ones come in their place, unless that has become large. */
    public void clear() {
        if (bytes.length > BLOCK) {
            bytes = EMPTY;
        }
        size = 0;
    }
}
