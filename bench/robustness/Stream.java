import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Long bodies both ways through a balancer with little memory. Exits 1 when a byte is missing or wrong. */
final class Stream {
    private static final String YAML = """
            listener: { address: LISTENER }
            admin: { address: ADMIN }
            pools:
              default:
                backends: [{ url: "http://127.0.0.1:%d" }]
                health: { path: /health }
            """;
    private static final String ROW = "| %s | %s | %d | %.1f | %.0f | %s | %d | %d |%n";

    private final Proxy proxy;
    private final FlowBackend backend;
    private final long blocks;

    private Stream(Proxy proxy, FlowBackend backend, long blocks) {
        this.proxy = proxy;
        this.backend = backend;
        this.blocks = blocks;
    }

    /** What both ends say of a transfer. */
    private record Ends(String sent, String received) {}

    /** @param args how many GB a transfer has; 10 when left out */
    public static void main(String[] args) throws Exception {
        long blocks = (long) ((args.length > 0 ? Double.parseDouble(args[0]) : 10) * 1e9 / Flow.BLOCK);
        FlowBackend backend = new FlowBackend(blocks);
        boolean sound = true;
        try (Proxy proxy = Proxy.start(YAML.formatted(backend.port()), "-Xmx128m", "-XX:MaxDirectMemorySize=64m")) {
            Stream stream = new Stream(proxy, backend, blocks);
            System.out.printf("RSS before: %d KiB%n%n", proxy.footprint().resident());
            System.out.println("| way | framing | bytes | s | MB/s | CRC32C at both ends | RSS after, KiB | peak RSS so far, KiB |");
            System.out.println("|---|---|---|---|---|---|---|---|");
            for (boolean chunked : new boolean[] {false, true}) {
                sound &= stream.move(false, chunked) & stream.move(true, chunked);
            }
            Footprint.Held held = proxy.footprint().held();
            System.out.printf("%nheld at the end: heap %d KiB, direct memory %d KiB%n", held.heap(), held.direct());
            sound &= proxy.complaints().isEmpty();
            proxy.complaints().forEach(System.out::println);
        }
        System.out.println(sound ? "PASSED" : "FAILED");
        System.exit(sound ? 0 : 1);
    }

    private boolean move(boolean up, boolean chunked) throws IOException {
        long begin = System.nanoTime();
        Ends ends = up ? upload(chunked) : download(chunked);
        double seconds = (System.nanoTime() - begin) / 1e9;
        long length = blocks * Flow.BLOCK;
        boolean same = ends.sent.equals(ends.received);
        Footprint footprint = proxy.footprint();
        System.out.printf(
                ROW, up ? "upload" : "download", chunked ? "chunked" : "Content-Length", length, seconds, length / seconds / 1e6,
                same ? "same" : ends, footprint.resident(), footprint.peak());
        return same;
    }

    private Ends download(boolean chunked) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), proxy.port())) {
            write(socket, "GET /" + (chunked ? "chunked" : "length") + " HTTP/1.1\r\nHost: stream.example\r\nConnection: close\r\n\r\n");
            HttpInput in = new HttpInput(socket.getInputStream());
            Sink sink = new Sink();
            in.readBody(in.readHead(), sink);
            return new Ends(backend.sent().checksum() + " of " + blocks * Flow.BLOCK, sink.checksum() + " of " + sink.taken());
        }
    }

    private Ends upload(boolean chunked) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), proxy.port())) {
            Flow flow = new Flow(blocks);
            write(socket, "PUT / HTTP/1.1\r\nHost: stream.example\r\n" + FlowBackend.framing(flow, chunked) + "\r\n\r\n");
            flow.send(socket.getOutputStream(), chunked);
            Head head = new HttpInput(socket.getInputStream()).readHead();
            return new Ends(flow.checksum() + " of " + flow.length(), head.field("x-checksum") + " of " + head.field("x-length"));
        }
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
