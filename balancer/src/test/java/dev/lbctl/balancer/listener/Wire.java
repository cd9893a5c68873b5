package dev.lbctl.balancer.listener;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** One end of a connection, spoken to in bytes. */
final class Wire implements AutoCloseable {
    private static final int LF = '\n';
    private static final String HEAD_END = "\r\n\r\n";

    private final Socket socket;
    private final InputStream in;

    Wire(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
        socket.setSoTimeout(10_000);
        socket.setTcpNoDelay(true);
    }

    static Wire to(int port) throws IOException {
        return new Wire(new Socket(InetAddress.getLoopbackAddress(), port));
    }

    Wire send(String bytes) throws IOException {
        socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    /** Sends nothing more. */
    void closeOutput() throws IOException {
        socket.shutdownOutput();
    }

    /** A head up to and with its empty line; the empty string when the peer closed before its first byte. */
    String readHead() throws IOException {
        StringBuilder head = new StringBuilder();
        do {
            String line = readLine();
            if (line.isEmpty()) {
                if (head.isEmpty()) {
                    return "";
                }
                throw new EOFException("in the head: " + head);
            }
            head.append(line);
        } while (!head.toString().endsWith(HEAD_END));
        return head.toString();
    }

    /** A line with its end; what there is of it when the peer closed before. */
    String readLine() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int octet = in.read();
        while (octet >= 0 && octet != LF) {
            line.write(octet);
            octet = in.read();
        }
        if (octet == LF) {
            line.write(octet);
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    String read(int count) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new EOFException("after " + new String(bytes, StandardCharsets.ISO_8859_1));
        }
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    String readToEnd() throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    /** Reads that many bytes and keeps none. */
    void skip(long count) throws IOException {
        in.skipNBytes(count);
    }

    /** The next message, whole. */
    Message message() throws IOException {
        return Message.read(this);
    }

    /** Waits until the peer has closed; a reset counts. */
    void awaitClosed() throws IOException {
        awaitReset();
    }

    /** Waits until the peer has closed, and answers whether it did so by a reset. */
    boolean awaitReset() throws IOException {
        try {
            in.transferTo(OutputStream.nullOutputStream());
            return false;
        } catch (SocketException reset) {
            return true;
        }
    }

    /** Closes in an orderly way, before its time. */
    void hangUp() throws IOException {
        socket.close();
    }

    /** What comes until the peer has closed; a reset counts. */
    String readToBreak() throws IOException {
        ByteArrayOutputStream seen = new ByteArrayOutputStream();
        try {
            in.transferTo(seen);
        } catch (java.net.SocketException reset) {
            return seen.toString(StandardCharsets.ISO_8859_1);
        }
        return seen.toString(StandardCharsets.ISO_8859_1);
    }

    /** Closes with a reset instead of an orderly end. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
