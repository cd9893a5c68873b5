import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * One request, and what its answer must be.
 *
 * @param id no other request has it
 * @param size of the answer's body, or of the request's, which comes back
 * @param form how the answer is told: any of the words chunked, close, hints
 * @param last whether the client closes its connection after it
 * @param coy whether the body is sent only when the backend asks for it
 */
record Call(String method, String id, int size, String form, boolean last, boolean coy) {

    static Call get(String id, int size, String form) {
        return new Call("GET", id, size, form, false, false);
    }

    static Call upload(String method, String id, int size, String form) {
        return new Call(method, id, size, form, false, false);
    }

    Call asLast() {
        return new Call(method, id, size, form, true, coy);
    }

    Call asCoy() {
        return new Call(method, id, size, form, last, true);
    }

    boolean uploads() {
        return method.equals("PUT") || method.equals("POST");
    }

    /** Whether a balancer may send it a second time: its method allows it, and its body is kept. */
    boolean mayBeRepeated() {
        return !method.equals("POST") && (!uploads() || size <= 64 * 1024);
    }

    /** The request's head. */
    byte[] head() {
        StringBuilder head = new StringBuilder(256);
        head.append(method).append(" /").append(id).append('/').append(size).append('/').append(form);
        head.append(" HTTP/1.1\r\nHost: soak.example\r\nX-Request-Id: ").append(id).append("\r\n");
        if (uploads()) {
            head.append(sendsChunks() ? "Transfer-Encoding: chunked\r\n" : "Content-Length: " + size + "\r\n");
        }
        head.append(coy ? "Expect: 100-continue\r\n" : "").append(last ? "Connection: close\r\n" : "");
        return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private boolean sendsChunks() {
        return form.contains("chunked");
    }

    /** The request's body as it goes out. */
    byte[] body() {
        if (!uploads() || !sendsChunks()) {
            return uploads() ? content() : new byte[0];
        }
        ByteArrayOutputStream chunks = new ByteArrayOutputStream(size + 64);
        byte[] content = content();
        for (int from = 0; from < size; from += 10_000) {
            int piece = Math.min(10_000, size - from);
            chunks.writeBytes((Integer.toHexString(piece) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            chunks.write(content, from, piece);
            chunks.writeBytes(new byte[] {'\r', '\n'});
        }
        chunks.writeBytes("0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
        return chunks.toByteArray();
    }

    /** The bytes that both ends know. */
    byte[] content() {
        return Content.of(id, size);
    }
}
