import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;

/** Reads HTTP/1.1 messages strictly: what is not as it must be is a {@link ProtocolException}. Knows nothing of the balancer's code. */
final class HttpInput {
    private final InputStream in;
    private final byte[] buffer = new byte[64 * 1024];
    private int from;
    private int to;
    private int most = buffer.length;
    private long pauseMillis;

    HttpInput(InputStream in) {
        this.in = in;
    }

    /** From now on, takes few bytes at a time, with pauses. */
    void slowDown(int bytes, long millis) {
        most = bytes;
        pauseMillis = millis;
    }

    /** Returns when something is here, or nothing more will come. */
    void await() throws IOException {
        if (from == to) {
            fill();
        }
    }

    /** The next head; null when the peer closed before its first byte. */
    Head readHead() throws IOException {
        if (from == to && !fill()) {
            return null;
        }
        Head head = new Head(readLine());
        for (String line = readLine(); !line.isEmpty(); line = readLine()) {
            head.add(line);
        }
        return head;
    }

    /** Reads the body that {@code head} announces into {@code out}, as it comes. */
    void readBody(Head head, OutputStream out) throws IOException {
        String length = head.field("content-length");
        if ("chunked".equals(head.field("transfer-encoding"))) {
            if (length != null) {
                throw new ProtocolException("two lengths");
            }
            readChunks(out);
        } else if (length != null) {
            copy(Long.parseLong(length), out);
        } else if (!head.isRequest()) {
            while (from < to || fill()) {
                copy(to - from, out);
            }
        }
    }

    private void readChunks(OutputStream out) throws IOException {
        for (long size = chunkSize(); size > 0; size = chunkSize()) {
            copy(size, out);
            if (!readLine().isEmpty()) {
                throw new ProtocolException("no line end after a chunk");
            }
        }
        while (!readLine().isEmpty()) {}
    }

    private long chunkSize() throws IOException {
        String line = readLine();
        try {
            return Long.parseLong(line, 16);
        } catch (NumberFormatException e) {
            throw new ProtocolException("not a chunk's size: " + line);
        }
    }

    private void copy(long length, OutputStream out) throws IOException {
        for (long left = length; left > 0; ) {
            need();
            int piece = (int) Math.min(left, to - from);
            out.write(buffer, from, piece);
            from += piece;
            left -= piece;
        }
    }

    private String readLine() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(64);
        for (int b = next(); b != '\r'; b = next()) {
            if (b < ' ' || line.size() > 8192) {
                throw new ProtocolException("not a line: " + line.toString(StandardCharsets.ISO_8859_1));
            }
            line.write(b);
        }
        if (next() != '\n') {
            throw new ProtocolException("a line that ends in CR");
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    private int next() throws IOException {
        need();
        return buffer[from++];
    }

    private void need() throws IOException {
        if (from == to && !fill()) {
            throw new EOFException("closed within a message");
        }
    }

    private boolean fill() throws IOException {
        if (pauseMillis > 0) {
            Pause.millis(pauseMillis);
        }
        int read = in.read(buffer, 0, most); // May time out, and then nothing has changed.
        from = 0;
        to = Math.max(0, read);
        return to > 0;
    }
}
