package dev.lbctl.launcher.cli;

import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.lbctl.balancer.Balancer;
import dev.lbctl.balancer.operator.OverridesFile;
import dev.lbctl.config.Address;
import dev.lbctl.config.LbConfig;
import dev.lbctl.config.file.ConfigFile;
import dev.lbctl.config.file.ConfigResult;
import dev.lbctl.launcher.process.Identity;
import dev.lbctl.launcher.rundir.ClusterRecord;
import dev.lbctl.launcher.rundir.RunDirectory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A balancer in this process, two servers behind it that answer {@code /slow} when they may, and a run directory that names it. */
final class SteeredCluster implements AutoCloseable {
    /** Here the first server hangs up without an answer. */
    static final String BROKEN_AT_ONE = "/broken-at-one";

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Path home;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch released = new CountDownLatch(1);
    private final CountDownLatch arrived = new CountDownLatch(1);
    private final HttpServer one = server();
    private final HttpServer two = server();
    private final Balancer balancer;

    SteeredCluster(Path home) throws IOException {
        this.home = home;
        RunDirectory directory = RunDirectory.of("test", environment());
        directory.create();
        balancer = new Balancer(config(), directory.token().create(), new OverridesFile(null), Clock.systemUTC());
        balancer.start();
        Address nobody = new Address("127.0.0.1", 1);
        Address listener = new Address("127.0.0.1", balancer.port());
        Address admin = new Address("127.0.0.1", balancer.adminPort());
        directory.clusterRecord().write(new ClusterRecord("test", Identity.current(), listener, admin, nobody));
    }

    Typed typed(String line) {
        return Typed.line(line + " --name test", environment());
    }

    /** Has a server busy with a request until {@link #release}. */
    CompletableFuture<HttpResponse<String>> ask() throws InterruptedException {
        URI slow = URI.create("http://127.0.0.1:" + balancer.port() + "/slow");
        CompletableFuture<HttpResponse<String>> answer =
                CLIENT.sendAsync(HttpRequest.newBuilder(slow).build(), HttpResponse.BodyHandlers.ofString());
        arrived.await();
        return answer;
    }

    /** Has nobody know of the cluster any more, once a request is under way. */
    void forgetOnceAsked() throws IOException, InterruptedException {
        arrived.await();
        RunDirectory.of("test", environment()).forget();
    }

    void release() {
        released.countDown();
    }

    /** Takes the first server away, and waits until the balancer knows. */
    void loseOne() {
        one.stop(0);
        await().until(() -> typed("ready server-1").err().contains("once it is up"));
    }

    private Map<String, String> environment() {
        return Map.of("XDG_STATE_HOME", home.toString());
    }

    private LbConfig config() {
        String yaml = """
                listener: { address: 127.0.0.1:0 }
                admin: { address: 127.0.0.1:0 }
                management: { address: 127.0.0.1:0 }
                pools:
                  default:
                    backends:
                      - { name: server-1, url: "http://127.0.0.1:%d" }
                      - { name: server-2, url: "http://127.0.0.1:%d" }
                    health: { interval: 100ms }
                """.formatted(one.getAddress().getPort(), two.getAddress().getPort());
        return ((ConfigResult.Valid) ConfigFile.parse("test.yaml", yaml)).config();
    }

    private HttpServer server() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
        return server;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        boolean first = exchange.getLocalAddress().getPort() == one.getAddress().getPort();
        if (path.equals(BROKEN_AT_ONE) && first) {
            exchange.close();
            return;
        }
        if (path.equals("/slow")) {
            arrived.countDown();
            try {
                released.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    @Override
    public void close() {
        release();
        balancer.stop();
        one.stop(0);
        two.stop(0);
        threads.shutdownNow();
    }
}
