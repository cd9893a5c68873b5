package dev.lbctl.balancer.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.balancer.TestConfig;
import dev.lbctl.balancer.algorithm.Algorithms;
import dev.lbctl.balancer.algorithm.Selection;
import dev.lbctl.balancer.api.ErrorBody;
import dev.lbctl.balancer.api.Json;
import dev.lbctl.balancer.decision.Attempted;
import dev.lbctl.balancer.decision.Decision;
import dev.lbctl.balancer.event.EventLog;
import dev.lbctl.balancer.explain.Explainer;
import dev.lbctl.balancer.metrics.Metrics;
import dev.lbctl.balancer.metrics.Records;
import dev.lbctl.balancer.metrics.Served;
import dev.lbctl.balancer.operator.Operator;
import dev.lbctl.balancer.operator.OverridesFile;
import dev.lbctl.balancer.operator.Steered;
import dev.lbctl.balancer.pool.Backend;
import dev.lbctl.balancer.pool.Health;
import dev.lbctl.balancer.pool.Member;
import dev.lbctl.balancer.pool.Pool;
import dev.lbctl.balancer.reload.Reloader;
import dev.lbctl.balancer.retry.Outcome;
import dev.lbctl.balancer.route.Destination;
import dev.lbctl.balancer.route.Route;
import dev.lbctl.balancer.route.Router;
import dev.lbctl.balancer.scorecard.Scorecards;
import dev.lbctl.config.Address;
import dev.lbctl.config.AdminConfig;
import dev.lbctl.config.AlgorithmKind;
import dev.lbctl.config.LbConfig;
import dev.lbctl.config.file.ConfigFile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** A control server on a free port over one pool of two backends, and a client that asks it. */
final class ControlClient {
    private static final String TOKEN = "secret";
    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicBoolean listening = new AtomicBoolean(true);
    private final EventLog events = new EventLog(InstantSource.system());
    private final AtomicLong droppedLines = new AtomicLong();
    private final Metrics metrics = new Metrics(InstantSource.system());
    private final Pool pool = new Pool(
            "default",
            List.of(new Backend("server-1", "127.0.0.1", 9001), new Backend("server-2", "127.0.0.1", 9002)),
            events);
    private final Selection selection = new Selection(pool, Algorithms.create(AlgorithmKind.ROUND_ROBIN)).begin();
    private final Operator operator = new Operator(
            Map.of("default", new Steered(TestConfig.POOL, pool, selection)),
            new OverridesFile(null),
            events::accept,
            InstantSource.system());
    private final Router router = new Router(List.of(Route.all(Destination.of(selection, TestConfig.POOL.traffic()))));
    private final ControlServer server = another(0);

    ControlClient() {
        server.start();
    }

    ControlServer another(int port) {
        LbConfig defaults = ConfigFile.defaults();
        LbConfig config = new LbConfig(
                defaults.listener(),
                new AdminConfig(new Address("127.0.0.1", port)),
                defaults.management(),
                defaults.pools(),
                defaults.routes());
        return new ControlServer(
                new Controlled(
                        new Reloader(
                                config,
                                next -> List.of(),
                                (type, message) -> events.publish(type, null, message),
                                InstantSource.system()),
                        operator,
                        new Scorecards(events::publishCard, InstantSource.system()),
                        metrics,
                        new Explainer(() -> router),
                        droppedLines::get,
                        InstantSource.system()),
                events,
                TOKEN,
                listening::get);
    }

    void stop() {
        server.stop();
    }

    int port() {
        return server.port();
    }

    Pool pool() {
        return pool;
    }

    EventLog events() {
        return events;
    }

    void droppedLines(long lines) {
        droppedLines.set(lines);
    }

    void listening(boolean value) {
        listening.set(value);
    }

    void up(String name) {
        pool.report(member(name).backend(), Health.UP, "HTTP 200");
    }

    void down(String name) {
        pool.report(member(name).backend(), Health.DOWN, "connection refused on 127.0.0.1:1");
    }

    void served(String name, int status) {
        Member member = member(name);
        member.load().begin();
        member.load().end(status >= 500);
        metrics.end(Records.served(metrics.begin(), status, Instant.now(), new Served("default", name, 1, decision())));
    }

    /** A request met nobody at the first of two and was answered by the other. */
    void retried(String first, String second) {
        Decision decision = decision(attempted(first, Outcome.Kind.REFUSED), attempted(second, Outcome.Kind.COMPLETED));
        metrics.end(Records.served(metrics.begin(), 200, Instant.now(), new Served("default", second, 2, decision)));
    }

    private Decision decision(Attempted... attempts) {
        return new Decision(null, "/", AlgorithmKind.ROUND_ROBIN, pool.snapshot(), null, 1, List.of(attempts));
    }

    private Attempted attempted(String backend, Outcome.Kind kind) {
        return new Attempted(member(backend).backend(), new Outcome(kind, false, false, "as scripted"), 0, 1);
    }

    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    <T> T read(String path, Class<T> type) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.strict().readValue(answer.body(), type);
    }

    HttpResponse<String> change(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        Stream<String> all = Stream.concat(Stream.of("Authorization", "Bearer " + TOKEN), Stream.of(headers));
        return send(method, path, body, all.toArray(String[]::new));
    }

    /** The lines of an answer without an end. */
    HttpResponse<Stream<String>> stream(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofLines());
    }

    /** Has another pool with a member of that name. */
    void twin(String name) {
        Pool other = new Pool("other", List.of(new Backend(name, "127.0.0.1", 9001)), events);
        Selection picks = new Selection(other, Algorithms.create(AlgorithmKind.ROUND_ROBIN)).begin();
        Map<String, Steered> both = new LinkedHashMap<>(operator.pools());
        both.put("other", new Steered(TestConfig.POOL, other, picks));
        operator.adopt(() -> both);
    }

    HttpResponse<String> send(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri(path)).method(method, HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    ErrorBody refusal(HttpResponse<String> answer, int status) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
        return Json.strict().readValue(answer.body(), ErrorBody.class);
    }

    private Member member(String name) {
        return pool.snapshot().member(name).orElseThrow();
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }
}
