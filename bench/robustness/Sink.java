import java.io.OutputStream;
import java.util.zip.CRC32C;

/** Takes a stream: slowly at first, then not at all for a while, then as fast as it comes. */
final class Sink extends OutputStream {
    private static final long STOP_AT = 100_000_000;
    private static final long STOP_MILLIS = 3000;
    private static final long SLOW_UNTIL = 200_000_000;

    private final CRC32C sum = new CRC32C();
    private long taken;

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        if (taken < STOP_AT && taken + length >= STOP_AT) {
            Pause.millis(STOP_MILLIS);
        } else if (taken < SLOW_UNTIL) {
            Pause.millis(1);
        }
        sum.update(bytes, from, length);
        taken += length;
    }

    long taken() {
        return taken;
    }

    /** The CRC32C of what was taken. */
    String checksum() {
        return Long.toHexString(sum.getValue());
    }
}
