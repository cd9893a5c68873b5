import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/** Bodies that tell by every byte whose they are. */
final class Content {
    private Content() {}

    /** The id in words, and then bytes that follow from it. */
    static byte[] of(String id, int size) {
        byte[] words = (id + "\n").getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer body = ByteBuffer.allocate(size + Long.BYTES);
        body.put(words, 0, Math.min(words.length, size));
        long state = id.hashCode() * 0x9E3779B97F4A7C15L;
        while (body.position() < size) {
            state += 0x9E3779B97F4A7C15L; // splitmix64
            long mixed = (state ^ state >>> 30) * 0xBF58476D1CE4E5B9L;
            body.putLong(mixed ^ mixed >>> 27);
        }
        return java.util.Arrays.copyOf(body.array(), size);
    }

    static String checksum(byte[] bytes) {
        CRC32C sum = new CRC32C();
        sum.update(bytes);
        return Long.toHexString(sum.getValue());
    }
}
