import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Clients that asked once and stay: what they cost the balancer. Exits 1 when one of them is not served again. */
final class Idle {
    private static final int WARM_UP_REQUESTS = 30_000;
    private static final int WARM_UP_CLIENTS = 100;
    private static final long IDLE_MILLIS = 30_000;
    private static final byte[] ASK = "GET /health HTTP/1.1\r\nHost: idle.example\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);
    private static final String YAML = """
            listener:
              address: LISTENER
              transport: %s
              limits: { connections: %d }
              timeouts: { keep_alive: 10m }
            admin: { address: ADMIN }
            pools:
              default:
                backends: [{ url: "http://127.0.0.1:%d" }]
                health: { path: /health }
            """;

    private final Proxy proxy;
    private final Footprint footprint;

    private Idle(Proxy proxy) {
        this.proxy = proxy;
        this.footprint = proxy.footprint();
    }

    /** What the balancer takes, in KiB and, for 30 s of idleness, in seconds of a core. */
    private record Cost(Footprint.Held held, long resident, long files, double cpu) {}

    /** @param args how many clients, 10,000 when left out; by which transport, the best there is when left out */
    public static void main(String[] args) throws Exception {
        int count = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
        String transport = args.length > 1 ? args[1] : "auto";
        FlowBackend backend = new FlowBackend(1);
        boolean sound;
        try (Proxy proxy = Proxy.start(YAML.formatted(transport, count + 1000, backend.port()), "-Xmx256m")) {
            sound = new Idle(proxy).run(count) & proxy.complaints().isEmpty();
            proxy.complaints().stream().limit(20).forEach(System.out::println);
        }
        System.out.println(sound ? "PASSED" : "FAILED");
        System.exit(sound ? 0 : 1);
    }

    private boolean run(int count) throws IOException {
        List<Socket> clients = open(WARM_UP_CLIENTS);
        for (int i = 0; i < WARM_UP_REQUESTS; i++) {
            ask(clients.get(i % WARM_UP_CLIENTS));
        }
        close(clients);
        System.out.println("| clients | heap after collection, KiB | direct memory, KiB | RSS, KiB | open files | CPU s in 30 s |");
        System.out.println("|---|---|---|---|---|---|");
        Cost without = cost(0);
        clients = open(count);
        Cost with = cost(count);
        System.out.printf("%na client: %.2f KiB of heap, %.2f KiB of direct memory, %.2f KiB of RSS%n",
                (double) (with.held.heap() - without.held.heap()) / count,
                (double) (with.held.direct() - without.held.direct()) / count,
                (double) (with.resident - without.resident) / count);
        int served = askAgain(clients);
        System.out.printf("%d of %d clients were served again%n%n", served, count);
        close(clients);
        Cost after = cost(0);
        return served == count && after.files <= without.files + 10;
    }

    private Cost cost(int count) throws IOException {
        footprint.held(); // What the first collection leaves to be freed later is gone with the second.
        double before = footprint.cpuSeconds();
        Pause.millis(IDLE_MILLIS);
        double cpu = footprint.cpuSeconds() - before;
        Cost cost = new Cost(footprint.held(), footprint.resident(), footprint.openFiles(), cpu);
        System.out.printf("| %d | %d | %d | %d | %d | %.2f |%n",
                count, cost.held.heap(), cost.held.direct(), cost.resident, cost.files, cost.cpu);
        return cost;
    }

    private List<Socket> open(int count) throws IOException {
        List<Socket> clients = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Socket client = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
            client.setSoTimeout(10_000);
            ask(client);
            clients.add(client);
        }
        return clients;
    }

    private static void ask(Socket client) throws IOException {
        client.getOutputStream().write(ASK);
        InputStream in = client.getInputStream();
        byte[] answer = new byte[1024];
        int length = 0;
        while (!new String(answer, 0, length, StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int read = in.read(answer, length, answer.length - length);
            if (read < 0) {
                throw new EOFException("closed");
            }
            length += read;
        }
        if (!new String(answer, 0, length, StandardCharsets.ISO_8859_1).startsWith("HTTP/1.1 204 ")) {
            throw new IOException("answered " + new String(answer, 0, length, StandardCharsets.ISO_8859_1));
        }
    }

    private static int askAgain(List<Socket> clients) {
        int served = 0;
        for (Socket client : clients) {
            try {
                ask(client);
                served++;
            } catch (IOException e) {
                System.out.println(e);
            }
        }
        return served;
    }

    private void close(List<Socket> clients) throws IOException {
        for (Socket client : clients) {
            client.close();
        }
        while (Footprint.connectionsTo(Set.of(proxy.port())) > 0) {
            Pause.millis(100);
        }
    }
}
