import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;

/** A client's connection to the balancer. */
final class ClientWire implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 30_000;

    private static final int COY_MILLIS = 1000;

    private final Socket socket = new Socket();
    private final HttpInput in;
    private boolean usable = true;

    /** @param window the receive buffer in bytes; 0 leaves it to the system */
    ClientWire(int port, int window) throws IOException {
        if (window > 0) {
            socket.setReceiveBufferSize(window);
        }
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
        in = new HttpInput(socket.getInputStream());
    }

    HttpInput in() {
        return in;
    }

    /** Whether it takes another request. */
    boolean isUsable() {
        return usable;
    }

    void write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    /** Sends a call and reads its answer, or what comes of it. */
    Reply exchange(Call call) {
        Reply reply = new Reply();
        try {
            write(call.head());
            if (call.coy()) {
                awaitGoAhead(call, reply);
            } else {
                writeBody(call);
            }
            receive(call, reply);
        } catch (IOException e) {
            failed(reply, e);
        }
        return reply;
    }

    /** A client does not wait for ever to be asked for its body (RFC 9110, section 10.1.1). */
    private void awaitGoAhead(Call call, Reply reply) throws IOException {
        socket.setSoTimeout(COY_MILLIS);
        try {
            in.await();
        } catch (SocketTimeoutException nobodyAsks) {
            reply.asked();
            write(call.body());
        } finally {
            socket.setSoTimeout(PATIENCE_MILLIS);
        }
    }

    /** An answer may come while the body is being sent, and the rest may then be refused. */
    private void writeBody(Call call) throws IOException {
        try {
            write(call.body());
        } catch (SocketException refused) {
            usable = false;
        }
    }

    /** Reads the answer to a call. */
    void receive(Call call, Reply reply) throws IOException {
        Head head = in.readHead();
        while (head != null && head.status() < 200) {
            takeInterim(call, reply, head);
            head = in.readHead();
        }
        if (head == null) {
            throw new ProtocolException("closed instead of an answer");
        }
        reply.head(head);
        if (!call.method().equals("HEAD")) {
            in.readBody(head, reply.body());
        }
        reply.ended();
        boolean endsByClose = head.field("content-length") == null && head.field("transfer-encoding") == null;
        boolean unsent = call.coy() && !reply.isAsked();
        usable &= !head.closes() && !endsByClose && !call.last() && !unsent;
    }

    private void takeInterim(Call call, Reply reply, Head head) throws IOException {
        if (head.status() == 100 && call.coy()) {
            if (!reply.isAsked()) { // Another backend asks again when the first one failed.
                reply.asked();
                write(call.body());
            }
        } else if (head.status() == 103 && call.id().equals(head.field("x-id"))) {
            reply.hinted();
        } else {
            throw new ProtocolException("an interim answer that nobody asked for: " + head);
        }
    }

    void failed(Reply reply, IOException cause) {
        usable = false;
        reply.broke(cause);
    }

    /** Leaves without a word, or with a reset. */
    void leave(boolean reset) throws IOException {
        if (reset) {
            socket.setSoLinger(true, 0);
        }
        usable = false;
        socket.close();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            usable = false; // It is closed all the same.
        }
    }
}
