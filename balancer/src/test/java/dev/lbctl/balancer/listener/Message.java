package dev.lbctl.balancer.listener;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A request or an answer as one end of a connection got it.
 *
 * @param head with its empty line; empty when the peer closed instead of sending one
 * @param body without chunk lines
 * @param trailers the trailer section's lines, with their ends
 */
record Message(String head, String body, String trailers) {
    private static final String CRLF = "\r\n";

    static Message read(Wire wire) throws IOException {
        String head = wire.readHead();
        Message begun = new Message(head, "", "");
        if (head.isEmpty() || begun.isBodiless()) {
            return begun;
        }
        if (begun.field("transfer-encoding").equals("chunked")) {
            return chunked(head, wire);
        }
        String length = begun.field("content-length");
        boolean untilClose = length.isEmpty() && begun.isAnswer();
        String body = untilClose ? wire.readToEnd() : wire.read(length.isEmpty() ? 0 : Integer.parseInt(length));
        return new Message(head, body, "");
    }

    private static Message chunked(String head, Wire wire) throws IOException {
        StringBuilder body = new StringBuilder();
        int size = Integer.parseInt(wire.readLine().trim(), 16);
        while (size > 0) {
            body.append(wire.read(size));
            wire.read(CRLF.length());
            size = Integer.parseInt(wire.readLine().trim(), 16);
        }
        StringBuilder trailers = new StringBuilder();
        for (String line = wire.readLine(); !line.equals(CRLF); line = wire.readLine()) {
            trailers.append(line);
        }
        return new Message(head, body.toString(), trailers.toString());
    }

    private boolean isAnswer() {
        return head.startsWith("HTTP/");
    }

    /** Whatever it says of its length. */
    private boolean isBodiless() {
        return isAnswer() && (status() < 200 || status() == 204 || status() == 304);
    }

    boolean isThere() {
        return !head.isEmpty();
    }

    int status() {
        return Integer.parseInt(head.substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length()));
    }

    String startLine() {
        return head.substring(0, head.indexOf(CRLF));
    }

    String target() {
        return head.split(" ", 3)[1];
    }

    /** The values under that name, in any case, with a comma between them; empty without one. */
    String field(String name) {
        return String.join(", ", fields(name));
    }

    List<String> fields(String name) {
        String start = name.toLowerCase(Locale.ROOT) + ":";
        return Stream.of(head.split(CRLF, -1))
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                .map(line -> line.substring(start.length()).trim())
                .toList();
    }
}
