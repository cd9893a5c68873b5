package dev.lbctl.backend;

import io.javalin.config.JettyConfig;
import java.time.Duration;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The HTTP server underneath, kept small: one acceptor, one selector, threads only as requests need them. */
final class JettySetup {
    /** How long a stop waits for requests under way. */
    static final Duration LAST_REQUESTS = Duration.ofSeconds(8);

    /** Longer than a balancer keeps an idle connection, so it is the balancer that closes it. */
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(75);

    /** Every request holds a thread while it is delayed. */
    private static final int MOST_THREADS = 100;

    private static final int HEADER_BYTES = 48 * 1024;

    /** How long an idle connection is kept open while stopping. */
    private static final Duration IDLE_AT_STOP = Duration.ofMillis(100);

    private JettySetup() {}

    static void apply(JettyConfig jetty, BackendOptions options) {
        jetty.threadPool = new QueuedThreadPool(MOST_THREADS, 4);
        jetty.modifyServer(server -> {
            server.setStopTimeout(LAST_REQUESTS.toMillis());
            server.setHandler(new GracefulHandler());
        });
        jetty.modifyHttpConfiguration(http -> {
            http.setRequestHeaderSize(HEADER_BYTES);
            http.setHeaderCacheSize(0); // it would be a table of 100 KB for each connection
        });
        jetty.addConnector((server, http) -> connector(server, http, options));
    }

    private static Connector connector(Server server, HttpConfiguration http, BackendOptions options) {
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(options.host());
        connector.setPort(options.port());
        connector.setAcceptedTcpNoDelay(true);
        connector.setIdleTimeout(KEEP_ALIVE.toMillis());
        connector.setShutdownIdleTimeout(IDLE_AT_STOP.toMillis());
        return connector;
    }
}
