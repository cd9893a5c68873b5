package dev.lbctl.backend;

import dev.lbctl.backend.Refusals.Refused;
import dev.lbctl.backend.Wire.Refusal;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** One sample server: its routes, and how what is wrong is answered. */
final class BackendServer {
    private static final Set<String> UNTOUCHED = Set.of("/health", "/healthz", "/readyz", "/admin/ready", "/stats");

    private final Behaviour behaviour;
    private final Served served = new Served(InstantSource.system());
    private final WorkEndpoints work;
    private final HealthEndpoints health;
    private final Javalin javalin;

    BackendServer(BackendOptions options) {
        behaviour = new Behaviour(options, () -> ThreadLocalRandom.current().nextLong());
        work = new WorkEndpoints(options, behaviour, served);
        health = new HealthEndpoints(options, behaviour);
        javalin = Javalin.create(config -> {
            leaveOutWhatIsNotNeeded(config);
            JettySetup.apply(config.jetty, options);
            routes(config.routes);
        });
    }

    /** Binds the port and serves; throws {@link io.javalin.util.JavalinBindException} when it cannot have it. */
    void start() {
        behaviour.faults().watch();
        javalin.start();
    }

    int port() {
        return javalin.port();
    }

    /** Takes no new connection, lets what is under way finish, at most for {@link JettySetup#LAST_REQUESTS}. */
    void stop() {
        behaviour.faults().close();
        javalin.stop();
    }

    private void routes(RoutesConfig routes) {
        routes.before(this::misbehave)
                // Not an endpoint of each method: a method nobody has heard of is echoed too.
                .before("/echo", this::echo)
                .before("/echo/*", this::echo)
                .get("/", work::greet)
                .get("/api/process", work::process)
                .post("/api/process", work::processPosted)
                .post("/simulate-load", work::simulateLoad)
                .get("/stats", work::stats)
                .get("/healthz", health::alive)
                .get("/health", health::ready)
                .get("/readyz", health::ready)
                .post("/admin/ready", health::switchReadiness)
                .exception(Refused.class, Refusals::refused)
                .exception(HttpResponseException.class, Refusals::noSuchRoute)
                .exception(IOException.class, (clientLeft, ctx) -> {})
                .exception(Exception.class, Refusals::bug);
    }

    private void misbehave(Context ctx) throws InterruptedException {
        behaviour.faults().sitOut();
        if (UNTOUCHED.contains(ctx.path())) {
            return;
        }
        served.countRequest();
        Thread.sleep(behaviour.delay().toMillis());
        if (behaviour.fails()) {
            served.countFailure();
            ctx.status(500)
                    .json(new Refusal(
                            "failed_on_purpose",
                            "this answer fails by the error rate",
                            "see --error-rate, and lbctl fault"))
                    .skipRemainingHandlers();
        }
    }

    private void echo(Context ctx) throws Exception {
        work.echo(ctx);
        ctx.skipRemainingHandlers();
    }

    private static void leaveOutWhatIsNotNeeded(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.http.prefer405over404 = true;
        config.jsonMapper(new Json());
    }
}
