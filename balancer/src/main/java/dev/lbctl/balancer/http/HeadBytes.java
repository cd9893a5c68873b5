package dev.lbctl.balancer.http;

import io.netty.buffer.ByteBuf;
import java.util.Arrays;

/** Bytes of a head, copied out of the network's buffer a block at a time, so that no body comes with them in any quantity. */
public final class HeadBytes {
    private static final byte[] EMPTY = {};
    private static final int BLOCK = 1024;
    private static final int ROOM = 256;

    private byte[] bytes = EMPTY;
    private int size;
    /** How long the first block is: heads of one connection are much alike. */
    private int expected = BLOCK;

    public byte[] array() {
        return bytes;
    }

    public int size() {
        return size;
    }

    /** Copies the next block that starts at the index; answers whether there was a byte. */
    public boolean fill(ByteBuf in, int index) {
        int count = Math.min(in.writerIndex() - index, size == 0 ? expected : BLOCK);
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

    /** Hands over an array of exactly the first bytes and forgets the others. A head as long as the last one is not copied again. */
    public byte[] handOver(int length) {
        byte[] exact = bytes.length == length ? bytes : Arrays.copyOf(bytes, length);
        expected = length;
        clear();
        return exact;
    }

    public void clear() {
        bytes = EMPTY;
        size = 0;
    }
}
