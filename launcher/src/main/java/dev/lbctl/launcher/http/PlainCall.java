package dev.lbctl.launcher.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lbctl.config.Address;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One call on a connection of its own, on the caller's thread, as HTTP/1.0 has it (RFC 1945): the answer ends with the connection.
 * The JDK's client has threads that wait in the system, and a JVM that ends waits 300 ms for those: longer than most commands take.
 */
public final class PlainCall {
    private static final int CONNECT_MILLIS = 1000;
    private static final int LONGEST_LINE = 16 * 1024;
    private static final int ENOUGH_OF_A_BODY = 64 * 1024;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5][0-9]{2})( .*)?");

    private final Address server;
    private final String start;
    private final Map<String, String> fields = new LinkedHashMap<>();
    private String version = "HTTP/1.0";
    private byte[] body = {};

    public PlainCall(Address server, String method, String path) {
        this.server = server;
        this.start = method + " " + path;
        field("Host", server.toString());
    }

    /** Loads what a connection needs. */
    public static void prepare() {
        try {
            SocketChannel.open().close();
        } catch (IOException e) {
            // whoever calls will be told
        }
    }

    public PlainCall field(String name, String value) {
        fields.put(name, value);
        return this;
    }

    /** JSON to be sent along; null sends none. */
    public PlainCall json(@Nullable String json) {
        body = json == null ? new byte[0] : json.getBytes(UTF_8);
        field("Content-Length", String.valueOf(body.length));
        return json == null ? this : field("Content-Type", "application/json");
    }

    /**
     * What the server answers.
     *
     * @param body to be closed, by any thread
     */
    public record Answer(int status, InputStream body) {
        /** All of it. */
        public String text() throws IOException {
            try (body) {
                return new String(body.readAllBytes(), UTF_8);
            }
        }
    }

    /**
     * Waits for the answer's head; an interrupt ends that, and the connection.
     *
     * @param limit for each wait for the server, also for what follows
     * @throws java.net.SocketTimeoutException when that was not enough
     */
    public Answer send(Duration limit) throws IOException {
        return send(limit, limit);
    }

    /** The same for an answer without end: what follows the head may let wait for it. */
    public Answer listen(Duration limit) throws IOException {
        return send(limit, Duration.ZERO);
    }

    /** What status a server has that may be anybody's: it is asked by HTTP/1.1, and may end the connection when it likes. */
    public int status(Duration limit) throws IOException {
        version = "HTTP/1.1";
        field("Connection", "close");
        Answer answer = send(limit);
        try (InputStream rest = answer.body()) {
            rest.readNBytes(ENOUGH_OF_A_BODY);
        } catch (IOException said) {
            return answer.status();
        }
        return answer.status();
    }

    private Answer send(Duration limit, Duration later) throws IOException {
        SocketChannel channel = SocketChannel.open();
        try {
            channel.socket().connect(new InetSocketAddress(server.host(), server.port()), CONNECT_MILLIS);
            channel.write(ByteBuffer.wrap(head().getBytes(ISO_8859_1)));
            channel.write(ByteBuffer.wrap(body));
            channel.socket().setSoTimeout((int) limit.toMillis());
            InputStream in = new BufferedInputStream(channel.socket().getInputStream());
            int status = status(line(in));
            while (!line(in).isEmpty()) {
                // what the fields say is of no interest to who knows the server
            }
            channel.socket().setSoTimeout((int) later.toMillis());
            return new Answer(status, in);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private String head() {
        StringBuilder head =
                new StringBuilder(start).append(' ').append(version).append("\r\n");
        fields.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        return head.append("\r\n").toString();
    }

    private static int status(String line) throws ProtocolException {
        Matcher form = STATUS.matcher(line);
        if (!form.matches()) {
            throw new ProtocolException("it answers in another way than by HTTP");
        }
        return Integer.parseInt(form.group(1));
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("it ended the connection without an answer");
            }
            if (line.size() > LONGEST_LINE) {
                throw new ProtocolException("it answers in another way than by HTTP");
            }
            line.write(next);
        }
        return line.toString(ISO_8859_1).stripTrailing();
    }
}
