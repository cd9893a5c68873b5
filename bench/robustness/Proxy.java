import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The balancer in a JVM of its own. */
final class Proxy implements AutoCloseable {
    private static final Path HOME = Path.of(System.getProperty("run"));

    private final Process process;
    private final int port;
    private final int adminPort;

    private Proxy(Process process, int port, int adminPort) {
        this.process = process;
        this.port = port;
        this.adminPort = adminPort;
    }

    /**
     * Starts one and waits until it listens.
     *
     * @param yaml its configuration, with LISTENER and ADMIN where the addresses belong
     * @param flags of the JVM
     */
    static Proxy start(String yaml, String... flags) throws IOException {
        int port = freePort();
        int adminPort = freePort();
        Path config = HOME.resolve("lbctl.yaml");
        Files.writeString(config, yaml.replace("LISTENER", "127.0.0.1:" + port).replace("ADMIN", "127.0.0.1:" + adminPort));
        List<String> command = new ArrayList<>(List.of(java("java"), "-XX:+UseSerialGC", "-XX:NativeMemoryTracking=summary"));
        command.addAll(List.of(flags));
        command.addAll(List.of(System.getenv().getOrDefault("BALANCER_FLAGS", "-Xshare:auto").split(" ")));
        command.addAll(List.of("-cp", System.getProperty("jar"), "dev.lbctl.balancer.BalancerMain", "--config", config.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log().toFile()).start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        Proxy proxy = new Proxy(process, port, adminPort);
        proxy.awaitListening();
        return proxy;
    }

    private static Path log() {
        return HOME.resolve("balancer.log");
    }

    static String java(String program) {
        return Path.of(System.getProperty("java.home"), "bin", program).toString();
    }

    static int freePort() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return taken.getLocalPort();
        }
    }

    private void awaitListening() throws IOException {
        for (int i = 0; i < 200 && process.isAlive(); i++) {
            try (Socket probe = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (IOException notYet) {
                Pause.millis(100);
            }
        }
        throw new IOException("the balancer did not start: " + said());
    }

    int port() {
        return port;
    }

    Footprint footprint() {
        return new Footprint(process.pid());
    }

    /** What its log says beyond that it listens. */
    List<String> complaints() throws IOException {
        return Files.readAllLines(log()).stream().filter(line -> !line.contains(" INFO ")).toList();
    }

    private String said() throws IOException {
        return Files.readString(log());
    }

    /** How many attempts it believes to be under way. */
    int inFlight() throws IOException {
        HttpRequest ask = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + adminPort + "/status")).build();
        try {
            String status = HttpClient.newHttpClient().send(ask, BodyHandlers.ofString()).body();
            return java.util.regex.Pattern.compile("\"active_connections\" *: *(\\d+)")
                    .matcher(status)
                    .results()
                    .mapToInt(found -> Integer.parseInt(found.group(1)))
                    .sum();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(15, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
        }
    }
}
