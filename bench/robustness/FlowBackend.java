import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/** A backend that sends a flow for a GET, and takes one of a PUT. */
final class FlowBackend {
    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final long blocks;
    private volatile CompletableFuture<Flow> sent = new CompletableFuture<>();

    FlowBackend(long blocks) throws IOException {
        this.blocks = blocks;
        Thread acceptor = new Thread(this::accept, "accept");
        acceptor.setDaemon(true);
        acceptor.start();
    }

    int port() {
        return server.getLocalPort();
    }

    /** The next flow that was sent whole. */
    Flow sent() {
        Flow flow = sent.join();
        sent = new CompletableFuture<>();
        return flow;
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                Thread served = new Thread(() -> serve(socket), "serve");
                served.setDaemon(true);
                served.start();
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            HttpInput in = new HttpInput(socket.getInputStream());
            for (Head head = in.readHead(); head != null; head = in.readHead()) {
                if (head.method().equals("PUT")) {
                    take(socket, in, head);
                } else if (head.target().equals("/health")) {
                    write(socket, "HTTP/1.1 204 No Content\r\n\r\n");
                } else {
                    send(socket, head.target().equals("/chunked"));
                }
            }
        } catch (IOException e) {
            sent.completeExceptionally(e);
        }
    }

    private void send(Socket socket, boolean chunked) throws IOException {
        Flow flow = new Flow(blocks);
        write(socket, "HTTP/1.1 200 OK\r\n" + framing(flow, chunked) + "\r\n\r\n");
        flow.send(socket.getOutputStream(), chunked);
        sent.complete(flow);
    }

    static String framing(Flow flow, boolean chunked) {
        return chunked ? "Transfer-Encoding: chunked" : "Content-Length: " + flow.length();
    }

    private static void take(Socket socket, HttpInput in, Head head) throws IOException {
        Sink sink = new Sink();
        in.readBody(head, sink);
        write(socket, "HTTP/1.1 204 No Content\r\nX-Checksum: " + sink.checksum() + "\r\nX-Length: " + sink.taken() + "\r\n\r\n");
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
