package dev.lbctl.balancer.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpResponse;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** docs/openapi.yaml is held against the server that it describes. */
class OpenApiTest {
    /** These need a member that leaves between two lines of code, 64 listeners, or another Host, which AccessRuleTest sends. */
    private static final Set<String> UNPROVOKED =
            Set.of("GET /backends/{name}/probes 204", "GET /events 503", "GET /events 200");

    private final ControlClient client = new ControlClient();
    private final Set<String> provoked = new TreeSet<>();
    private Described described = new Described(MissingNode.getInstance());

    @BeforeEach
    void read() throws Exception {
        described = Described.by(client.get("/openapi.json").body());
    }

    @AfterEach
    void stop() {
        client.stop();
    }

    @Test
    void every_route_is_described_and_every_description_is_a_route() {
        Set<String> routes = client.another(0).table().stream()
                .map(route -> route.method() + " " + route.path())
                .collect(Collectors.toCollection(TreeSet::new));
        routes.add("GET /docs");

        assertThat(described.operations()).isEqualTo(routes);
    }

    @Test
    void every_answer_that_is_described_is_given_and_is_as_described() throws Exception {
        client.up("server-1");
        client.served("server-1", 200);
        state();
        requests();
        pools();
        configuration();
        client.down("server-1");
        get("/health", "/health", 503);
        get("/readyz", "/readyz", 503);
        client.listening(false);
        get("/startedz", "/startedz", 503);

        Set<String> wanted = described.answers().stream()
                .filter(answer -> !answer.endsWith(" 401") && !answer.endsWith(" 403"))
                .filter(answer -> !UNPROVOKED.contains(answer))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(provoked).containsAll(wanted);
    }

    private void state() throws Exception {
        Stream.of(
                        "/status",
                        "/health",
                        "/livez",
                        "/startedz",
                        "/readyz",
                        "/metrics",
                        "/docs",
                        "/openapi.yaml",
                        "/openapi.json")
                .forEach(path -> got(path, path, 200));
        get("/metrics", "/metrics", 200, "Accept", "text/plain");
        get("/metrics", "/metrics", 200, "Accept", "application/openmetrics-text");
        get("/history", "/history", 200);
        get("/history", "/history?after=now", 400);
        change("POST", "/reset", "/reset", "", 200);
    }

    private void requests() throws Exception {
        client.served("server-1", 503);
        get("/requests", "/requests", 200);
        get("/requests", "/requests?limit=0", 400);
        get("/requests/{id}/explanation", "/requests/2/explanation", 200);
        get("/requests/{id}/explanation", "/requests/99/explanation", 404);
        get("/explain", "/explain?url=/x", 200);
        get("/explain", "/explain?url=", 400);
    }

    private void pools() throws Exception {
        get("/backends", "/backends", 200);
        String joining = "{\"name\":\"server-3\",\"url\":\"http://127.0.0.1:9003\"%s}";
        change("POST", "/backends", "/backends", joining.formatted(""), 201);
        change("POST", "/backends", "/backends", joining.formatted(""), 200);
        change("POST", "/backends", "/backends", "{}", 400);
        change("POST", "/backends", "/backends", joining.formatted(",\"pool\":\"x\""), 404);
        change("PATCH", "/backends/{name}", "/backends/server-3", "{\"duty\":\"drain\",\"for\":\"1h\"}", 200);
        change("PATCH", "/backends/{name}", "/backends/server-3", "{\"returning\":\"30s\",\"cause\":\"crashed\"}", 200);
        change("PATCH", "/backends/{name}", "/backends/server-3", "{}", 400);
        change("PATCH", "/backends/{name}", "/backends/server-9", "{\"weight\":2}", 404);
        get("/backends", "/backends", 200);
        get("/backends/{name}/probes", "/backends/server-1/probes", 200);
        get("/backends/{name}/probes", "/backends/server-9/probes", 404);
        change("DELETE", "/backends/{name}", "/backends/server-3", "", 204);
        change("PATCH", "/backends/{name}", "/backends/server-3", "{\"returning\":\"0s\"}", 204);
        change("DELETE", "/backends/{name}", "/backends/server-3", "", 404);
        client.twin("server-1");
        get("/backends/{name}/probes", "/backends/server-1/probes", 409);
        change("PATCH", "/backends/{name}", "/backends/server-1", "{\"weight\":2}", 409);
        change("DELETE", "/backends/{name}", "/backends/server-1", "", 409);
        get("/algorithm", "/algorithm", 200);
        change("POST", "/algorithm", "/algorithm", "{\"algorithm\":\"random\"}", 200);
        change("POST", "/algorithm", "/algorithm", "{\"algorithm\":\"x\"}", 400);
        change("POST", "/algorithm", "/algorithm", "{\"algorithm\":\"random\",\"pool\":\"x\"}", 404);
    }

    private void configuration() throws Exception {
        String config = get("/config", "/config", 200).body();
        get("/config", "/config", 200, "Accept", "application/yaml");
        change("PUT", "/config", "/config?dry_run", config.replace("\"fall\":3", "\"fall\":4"), 200, "If-Match", "*");
        change("PUT", "/config", "/config", config, 200, "If-Match", "*");
        change("PUT", "/config", "/config", "pools: 1", 400, "If-Match", "*");
        change("PUT", "/config", "/config", config.replace("127.0.0.1:8000", "127.0.0.1:1"), 409, "If-Match", "*");
        change("PUT", "/config", "/config", config, 412, "If-Match", "\"other\"");
        change("PUT", "/config", "/config", "#".repeat(1 << 20 | 1), 413, "If-Match", "*");
        change("PUT", "/config", "/config", config, 428);
    }

    @Test
    void whatever_changes_something_says_so_and_is_refused_without_the_token() throws Exception {
        for (String operation : described.operations()) {
            String method = operation.substring(0, operation.indexOf(' '));
            String path = operation.substring(operation.indexOf(' ') + 1);
            if (!method.equals("GET")) {
                HttpResponse<String> answer = client.send(method, path.replace("{name}", "x"), "");
                assertThat(answer.statusCode()).isEqualTo(401);
                assertAsDescribed(operation, answer);
                assertThat(described
                                .api()
                                .at("/paths/" + path.replace("/", "~1") + "/" + method.toLowerCase(Locale.ROOT)
                                        + "/security")
                                .size())
                        .isEqualTo(1);
            }
        }
    }

    @Test
    void the_stream_sends_what_is_described() throws Exception {
        client.up("server-1");
        client.served("server-1", 200);
        HttpResponse<Stream<String>> stream = client.stream("/events");
        provoked.add("GET /events " + stream.statusCode());
        assertThat(stream.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/event-stream");
        try (Stream<String> lines = stream.body()) {
            Iterator<String> line = lines.iterator();
            assertNext(line, "status", "StatusReport");
            assertNext(line, "event", "Event");
        }
    }

    private void assertNext(Iterator<String> lines, String event, String schema) throws Exception {
        String line = lines.next();
        while (!line.equals("event: " + event)) {
            line = lines.next();
        }
        while (!line.startsWith("data: ")) {
            line = lines.next();
        }
        assertThat(described.faults(schema, line.substring("data: ".length()))).isEmpty();
    }

    @Test
    void the_page_of_it_takes_nothing_from_elsewhere() throws Exception {
        HttpResponse<String> page = client.get("/docs");

        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'; script-src 'self'; style-src 'self'");
        assertThat(page.body())
                .contains("/dashboard/docs.js")
                .doesNotContain("http://", "https://", "<script>", "style=");
        for (String part : Set.of("docs.js", "docs.css", "style.css", "dom.js", "favicon.svg")) {
            assertThat(client.get("/dashboard/" + part).statusCode()).as(part).isEqualTo(200);
        }
    }

    private void got(String path, String asked, int status) {
        try {
            get(path, asked, status);
        } catch (Exception e) {
            throw new IllegalStateException(asked, e);
        }
    }

    private HttpResponse<String> get(String path, String asked, int status, String... headers) throws Exception {
        return check("GET " + path, status, client.get(asked, headers));
    }

    private void change(String method, String path, String asked, String body, int status, String... headers)
            throws Exception {
        check(method + " " + path, status, client.change(method, asked, body, headers));
    }

    private HttpResponse<String> check(String operation, int status, HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as(operation + ": " + answer.body()).isEqualTo(status);
        assertAsDescribed(operation, answer);
        provoked.add(operation + " " + status);
        return answer;
    }

    private void assertAsDescribed(String operation, HttpResponse<String> answer) throws Exception {
        String type = answer.headers().firstValue("Content-Type").orElse("");
        assertThat(described.faults(operation, answer.statusCode(), type, answer.body()))
                .as(operation + " " + answer.statusCode() + ": " + answer.body())
                .isEmpty();
    }
}
