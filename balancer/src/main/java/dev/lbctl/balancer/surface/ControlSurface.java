package dev.lbctl.balancer.surface;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.lbctl.balancer.api.ErrorBody;
import dev.lbctl.balancer.api.Json;
import dev.lbctl.config.Address;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.json.JavalinJackson;
import java.io.IOException;
import java.util.stream.Collectors;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What every server has in common that a person or a tool administers: few threads, JSON, the access rule, JSON refusals. */
public final class ControlSurface {
    /** Jetty would start the JVM's whole management to learn it, a tenth of the time that a process takes to start. */
    private static final String REFERENCES_PER_CACHE_LINE = "org.eclipse.jetty.util.referencesPerCacheLine";

    private static final Logger LOG = LoggerFactory.getLogger(ControlSurface.class);
    private static final int MAX_BODY_BYTES = 64 * 1024;
    private static final int MAX_THREADS = 12;
    private static final int MIN_THREADS = 2;
    private static final int THREAD_IDLE_MS = 30_000;

    private ControlSurface() {}

    /** Sets up a server; its routes are the caller's. */
    public static void configure(JavalinConfig config, Address address, AccessRule rule) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = MAX_BODY_BYTES;
        config.jsonMapper(new JavalinJackson(Json.strict(), false));
        config.jetty.host = address.host();
        config.jetty.port = address.port();
        config.jetty.threadPool = threads();
        config.jetty.modifyServer(server -> {
            server.setStopTimeout(0);
            server.setErrorHandler(new JettyRefusals());
        });
        config.routes.before(ControlSurface::protect);
        config.routes.before(rule);
        refusals(config.routes);
    }

    /** The request's body; one of another form is refused. */
    public static <T> T body(Context request, Class<T> type) throws IOException {
        T body = Json.strict().readValue(request.bodyAsBytes(), type);
        if (body == null) {
            throw Refusal.wrongValue("the body is null", "send a JSON object");
        }
        return body;
    }

    private static QueuedThreadPool threads() {
        System.setProperty(REFERENCES_PER_CACHE_LINE, "16");
        QueuedThreadPool threads = new QueuedThreadPool(MAX_THREADS, MIN_THREADS, THREAD_IDLE_MS);
        threads.setName("control");
        threads.setReservedThreads(0);
        threads.setDaemon(true);
        return threads;
    }

    private static void protect(Context request) {
        request.header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer");
    }

    private static void refusals(RoutesConfig routes) {
        routes.exception(Refusal.class, (refusal, request) -> answer(request, refusal.status(), refusal.body()));
        routes.exception(HttpResponseException.class, ControlSurface::refuseUnrouted);
        routes.exception(UnrecognizedPropertyException.class, ControlSurface::refuseField);
        routes.exception(JsonMappingException.class, ControlSurface::refuseValue);
        routes.exception(JsonProcessingException.class, ControlSurface::refuseText);
        routes.exception(Exception.class, (bug, request) -> {
            LOG.error("{} {} failed", request.method(), request.path(), bug);
            answer(
                    request,
                    500,
                    new ErrorBody("internal_error", "the server failed to answer", "its log has the cause"));
        });
    }

    private static void answer(Context request, int status, ErrorBody body) {
        request.status(status).json(body);
    }

    private static void refuseUnrouted(HttpResponseException refusal, Context request) {
        String asked = request.method().name() + " " + request.path();
        answer(
                request,
                refusal.getStatus(),
                switch (refusal.getStatus()) {
                    case 404 ->
                        new ErrorBody("not_found", "there is nothing at " + asked, "GET /status tells what is here");
                    case 405 -> {
                        String allowed = String.join(", ", refusal.getDetails().values());
                        request.header("Allow", allowed);
                        yield new ErrorBody("method_not_allowed", asked + " is not possible", "use " + allowed);
                    }
                    case 413 -> new ErrorBody("body_too_large", "the body is over 64 KiB", "send less");
                    default -> new ErrorBody("refused", String.valueOf(refusal.getMessage()), "see docs/api");
                });
    }

    private static void refuseField(UnrecognizedPropertyException e, Context request) {
        String known = String.valueOf(e.getKnownPropertyIds()).replaceAll("[\\[\\]]", "");
        answer(
                request,
                400,
                new ErrorBody("unknown_field", "unknown field \"" + e.getPropertyName() + "\"", "known are: " + known));
    }

    private static void refuseValue(JsonMappingException e, Context request) {
        String field = e.getPath().stream()
                .map(JsonMappingException.Reference::getFieldName)
                .collect(Collectors.joining("."));
        String where = field.isEmpty() ? "the body" : "field \"" + field + "\"";
        answer(
                request,
                400,
                new ErrorBody("wrong_value", where + " does not have the expected form", "send a JSON object"));
    }

    private static void refuseText(JsonProcessingException e, Context request) {
        answer(
                request,
                400,
                new ErrorBody("malformed_json", e.getOriginalMessage(), "send one JSON object as the body"));
    }
}
