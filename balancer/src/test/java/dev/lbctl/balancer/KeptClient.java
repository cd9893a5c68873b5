package dev.lbctl.balancer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A client that asks one request after the other on one connection, and never again what failed. One thread. */
final class KeptClient implements AutoCloseable {
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: ([0-9]+)\r\n");
    private static final Pattern COOKIE = Pattern.compile("(?i)\r\nset-cookie: ([^;]+)");

    /** @param cookie the first that was set, name and value; empty when none was */
    record Answer(int status, String cookie, String body) {}

    private final Socket socket;
    private final InputStream in;

    KeptClient(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(30_000);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /** @param request all of its octets */
    Answer ask(String request) throws IOException {
        socket.getOutputStream().write(request.getBytes(ISO_8859_1));
        String head = head();
        Matcher length = LENGTH.matcher(head);
        Matcher cookie = COOKIE.matcher(head);
        String body = length.find() ? new String(in.readNBytes(Integer.parseInt(length.group(1))), ISO_8859_1) : "";
        return new Answer(Integer.parseInt(head.split(" ", 3)[1]), cookie.find() ? cookie.group(1) : "", body);
    }

    private String head() throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        for (int line = 0, octet = in.read(); ; octet = in.read()) {
            if (octet < 0) {
                throw new EOFException("closed after: " + head.toString(ISO_8859_1));
            }
            head.write(octet);
            if (octet == '\n' && line == 1) {
                return head.toString(ISO_8859_1);
            }
            line = octet == '\n' ? 0 : line + 1;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
