import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/** A long stream, made as it goes; every block of it says where it belongs. */
final class Flow {
    static final int BLOCK = 64_000;
    private static final byte[] SIZE = (Integer.toHexString(BLOCK) + "\r\n").getBytes(StandardCharsets.ISO_8859_1);

    private final long blocks;
    private final CRC32C sum = new CRC32C();

    Flow(long blocks) {
        this.blocks = blocks;
    }

    long length() {
        return blocks * BLOCK;
    }

    /** Writes all of it. */
    void send(OutputStream out, boolean chunked) throws IOException {
        byte[] chunk = new byte[SIZE.length + BLOCK + 2];
        ByteBuffer buffer = ByteBuffer.wrap(chunk).put(SIZE).put(Content.of("flow", BLOCK)).put((byte) '\r').put((byte) '\n');
        for (long block = 0; block < blocks; block++) {
            buffer.putLong(SIZE.length, block);
            sum.update(chunk, SIZE.length, BLOCK);
            out.write(chunk, chunked ? 0 : SIZE.length, chunked ? chunk.length : BLOCK);
        }
        if (chunked) {
            out.write("0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    /** The CRC32C of what was sent. */
    String checksum() {
        return Long.toHexString(sum.getValue());
    }
}
