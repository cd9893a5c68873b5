package dev.lbctl.balancer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A backend that answers every request with the very bytes it was sent. */
final class Mirror implements AutoCloseable {
    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final String head;

    /** @param fields lines of its answers, each with its end */
    Mirror(String name, String fields) throws IOException {
        this.head = "HTTP/1.1 200 OK\r\nServer: " + name + "\r\n" + fields;
        thread(this::accept);
    }

    Mirror(String name) throws IOException {
        this(name, "");
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
            for (String asked = read(socket.getInputStream());
                    !asked.isEmpty();
                    asked = read(socket.getInputStream())) {
                byte[] answer = (head + "Content-Length: " + asked.length() + "\r\n\r\n" + asked)
                        .getBytes(StandardCharsets.ISO_8859_1);
                socket.getOutputStream().write(answer);
            }
        } catch (IOException gone) {
            // Whoever asked has gone: what was to be seen was seen at the other end.
        }
    }

    /** One message; a chunked body ends with an empty line, and no other body is expected. */
    private static String read(InputStream in) throws IOException {
        String asked = readToEmptyLine(in);
        return asked.contains("\r\nTransfer-Encoding: chunked\r\n") ? asked + readToEmptyLine(in) : asked;
    }

    private static String readToEmptyLine(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        while (!bytes.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int b = in.read();
            if (b < 0) {
                return "";
            }
            bytes.write(b);
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
