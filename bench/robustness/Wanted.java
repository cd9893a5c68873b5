import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;

/** What a request asks a backend for: {@code /ID/SIZE/FORM}, or its own body back. */
final class Wanted {
    private final String id;
    private final String form;
    private final byte[] sent;
    private final byte[] body;
    private int headSize;

    Wanted(Head head, byte[] sent) {
        String[] words = head.target().split("/");
        this.id = words.length > 1 ? words[1] : "";
        this.form = words.length > 3 ? words[3] : "";
        this.sent = sent;
        boolean echoes = head.method().equals("PUT") || head.method().equals("POST");
        this.body = echoes || words.length < 3 ? sent : Content.of(id, Integer.parseInt(words[2]));
    }

    String id() {
        return id;
    }

    boolean hints() {
        return form.contains("hints");
    }

    /** Whether the body's end is that of the connection. */
    boolean endsByClose() {
        return form.contains("close");
    }

    /** How long the answer's head is, once it was written. */
    int headSize() {
        return headSize;
    }

    /** The answer's bytes. */
    byte[] answer(String backend, boolean headOnly) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(body.length + 512);
        boolean chunked = form.contains("chunked");
        String end = chunked ? "Transfer-Encoding: chunked\r\n" : "Content-Length: " + body.length + "\r\n";
        write(out, "HTTP/1.1 200 OK\r\nX-Backend: " + backend + "\r\nX-Id: " + id + "\r\n");
        write(out, "X-Checksum: " + Content.checksum(sent) + "\r\n" + (endsByClose() ? "" : end) + "\r\n");
        headSize = out.size();
        if (!headOnly && chunked) {
            writeChunks(out);
        } else if (!headOnly) {
            out.writeBytes(body);
        }
        return out.toByteArray();
    }

    private void writeChunks(ByteArrayOutputStream out) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        for (int from = 0; from < body.length; ) {
            int size = Math.min(body.length - from, random.nextInt(1, random.nextBoolean() ? 100 : 50_000));
            write(out, Integer.toHexString(size) + "\r\n");
            out.write(body, from, size);
            write(out, "\r\n");
            from += size;
        }
        write(out, "0\r\n\r\n");
    }

    private static void write(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
