import java.io.IOException;
import java.io.OutputStream;

/** Takes so many bytes, and then fails. */
final class Limited extends OutputStream {
    private final OutputStream out;
    private int left;

    Limited(OutputStream out, int most) {
        this.out = out;
        this.left = most;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        int taken = Math.min(left, length);
        out.write(bytes, from, taken);
        left -= taken;
        if (left == 0) {
            throw new IOException("enough");
        }
    }
}
