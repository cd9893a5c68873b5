package dev.lbctl.balancer;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A backend that answers every request with the very bytes it was sent. */
final class Mirror implements AutoCloseable {
    private static final String EMPTY_LINE = "\r\n\r\n";

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final String head;
    private final String trailers;

    /**
     * A backend whose answers are chunked if they have trailers.
     *
     * @param fields lines of its answers' heads, each with its end
     * @param trailers lines that come behind the body, likewise
     */
    Mirror(String name, String fields, String trailers) throws IOException {
        this.head = "HTTP/1.1 200 OK\r\nServer: " + name + "\r\n" + fields;
        this.trailers = trailers;
        thread(this::accept);
    }

    Mirror(String name) throws IOException {
        this(name, "", "");
    }

    String url() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                thread(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            for (String asked = read(in); !asked.isEmpty(); asked = read(in)) {
                socket.getOutputStream().write(answer(asked).getBytes(StandardCharsets.ISO_8859_1));
            }
        } catch (IOException gone) {
            // Whoever asked has gone: what was to be seen was seen at the other end.
        }
    }

    private String answer(String asked) {
        return trailers.isEmpty()
                ? head + "Content-Length: " + asked.length() + "\r\n\r\n" + asked
                : head + "Transfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(asked.length()) + "\r\n" + asked
                        + "\r\n0\r\n" + trailers + "\r\n";
    }

    /** One message; a chunked body ends with an empty line, and no other body is expected. */
    private static String read(InputStream in) throws IOException {
        String asked = readToEmptyLine(in);
        return asked.contains("\r\nTransfer-Encoding: chunked\r\n") ? asked + readToEmptyLine(in) : asked;
    }

    private static String readToEmptyLine(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int matched = 0; matched < EMPTY_LINE.length(); ) {
            int b = in.read();
            if (b < 0) {
                return "";
            }
            bytes.write(b);
            matched = b == EMPTY_LINE.charAt(matched) ? matched + 1 : b == '\r' ? 1 : 0;
        }
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }

    private static void thread(Runnable task) {
        Thread thread = new Thread(task, "mirror");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
