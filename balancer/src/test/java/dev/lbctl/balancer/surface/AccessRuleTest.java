package dev.lbctl.balancer.surface;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.balancer.api.BackendChange;
import dev.lbctl.balancer.api.Endpoints;
import dev.lbctl.balancer.api.ErrorBody;
import dev.lbctl.balancer.api.Json;
import dev.lbctl.config.Address;
import io.javalin.Javalin;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessRuleTest {
    private static final Address LOOPBACK = new Address("127.0.0.1", 0);
    private Javalin server = start(LOOPBACK, "secret");

    @AfterEach
    void stop() {
        server.stop();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "localhost:8000", "127.0.0.1:1", "[::1]:8090", "[::1]", "LOCALHOST"})
    void a_local_name_is_its_own(String host) throws IOException {
        assertThat(ask("GET /thing", "Host: " + host).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "localhost.evil.example:8090", "10.0.0.1", "[::2]:80"})
    void a_foreign_name_is_refused_even_for_reading(String host) throws IOException {
        RawHttp.Answer answer = ask("GET /thing", "Host: " + host);
        assertThat(answer.status()).isEqualTo(403);
        assertThat(error(answer).error()).isEqualTo("unknown_host");
        assertThat(error(answer).detail()).contains(host);
    }

    @Test
    void a_change_needs_the_token() throws IOException {
        RawHttp.Answer none = ask("POST /thing", "Host: localhost", "Content-Length: 0");
        RawHttp.Answer wrong =
                ask("POST /thing", "Host: localhost", "Content-Length: 0", "Authorization: Bearer secre");
        RawHttp.Answer right =
                ask("POST /thing", "Host: localhost", "Content-Length: 0", "Authorization: bearer secret");
        assertThat(none.status()).isEqualTo(401);
        assertThat(error(none).detail()).isEqualTo("no token was sent");
        assertThat(none.header("WWW-Authenticate")).hasValue("Bearer");
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(right.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "OPTIONS"})
    void a_change_needs_the_token_under_whatever_method_it_comes(String method) throws IOException {
        assertThat(ask(method + " /thing", "Host: localhost", "X-HTTP-Method-Override: POST")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void without_a_token_nothing_can_be_changed() throws IOException {
        restart(LOOPBACK, null);
        assertThat(ask("POST /thing", "Host: localhost", "Content-Length: 0", "Authorization: Bearer null")
                        .status())
                .isEqualTo(401);
        assertThat(ask("GET /thing", "Host: localhost").status()).isEqualTo(200);
    }

    @Test
    void where_others_can_connect_reading_needs_the_token_and_the_page_does_not() throws IOException {
        restart(new Address("0.0.0.0", 0), "secret");
        assertThat(ask("GET /thing", "Host: 10.0.0.7:8090").status()).isEqualTo(401);
        assertThat(ask("GET /thing", "Host: 10.0.0.7:8090", "Authorization: Bearer secret")
                        .status())
                .isEqualTo(200);
        assertThat(ask("GET /dashboard/endpoints.json", "Host: 10.0.0.7:8090").status())
                .isEqualTo(200);
        assertThat(ask("GET /thing", "Host: evil.example", "Authorization: Bearer secret")
                        .status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8004, true", "http://127.0.0.1:8000, true", "http://[::1]:8090, true",
        "http://localhost:8005, false", "https://localhost:8004, false", "http://evil.example:8004, false",
        "null, false", "http://localhost:x, false"
    })
    void only_a_dashboards_origin_may_read_across(String origin, boolean allowed) throws IOException {
        RawHttp.Answer answer = ask("GET /thing", "Host: localhost:8090", "Origin: " + origin);
        assertThat(answer.header("Access-Control-Allow-Origin").isPresent()).isEqualTo(allowed);
    }

    @Test
    void a_preflight_tells_a_dashboard_what_it_may_send() throws IOException {
        RawHttp.Answer answer = ask(
                "OPTIONS /thing",
                "Host: localhost:8090",
                "Origin: http://localhost:8004",
                "Access-Control-Request-Method: POST",
                "Access-Control-Request-Headers: authorization");
        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.header("Access-Control-Allow-Headers").orElseThrow()).contains("Authorization");
        assertThat(answer.header("Access-Control-Allow-Methods").orElseThrow()).contains("DELETE");
    }

    @Test
    void a_strangers_preflight_is_refused() throws IOException {
        RawHttp.Answer answer = ask(
                "OPTIONS /thing",
                "Host: localhost:8090",
                "Origin: http://evil.example",
                "Access-Control-Request-Method: POST");
        assertThat(answer.status()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "GET /nothing, 404, not_found, GET /nothing",
        "DELETE /thing, 405, method_not_allowed, DELETE /thing",
        "GET /dashboard/nothing.js, 404, unknown_asset, nothing.js",
        "GET /dashboard/..%2Fsecret.js, 404, unknown_asset, secret.js",
        "GET /bug, 500, internal_error, failed"
    })
    void every_refusal_has_the_same_form(String request, int status, String error, String detail) throws IOException {
        RawHttp.Answer answer = ask(request, "Host: localhost", "Authorization: Bearer secret");
        assertThat(answer.status()).isEqualTo(status);
        assertThat(error(answer).error()).isEqualTo(error);
        assertThat(error(answer).detail()).contains(detail);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"dooty\":\"drain\"}; unknown_field; dooty",
                "{\"duty\":[1]}; wrong_value; duty",
                "[]; wrong_value; body",
                "{\"duty\"; malformed_json; Unexpected"
            })
    void a_body_that_is_wrong_is_told_where(String body, String error, String detail) throws IOException {
        RawHttp.Answer answer = RawHttp.send(
                server.port(),
                "PATCH /thing HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer secret\r\nContent-Length: "
                        + body.length() + "\r\n\r\n" + body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(error(answer).error()).isEqualTo(error);
        assertThat(error(answer).detail()).contains(detail);
    }

    @Test
    void a_number_of_more_digits_than_are_read_is_no_fault_of_the_server() throws IOException {
        a_body_that_is_wrong_is_told_where("{\"weight\":" + "9".repeat(2_000) + "}", "malformed_json", "2000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense\r\n\r\n", "GET /a HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n"})
    void even_what_is_not_http_gets_a_json_answer(String text) throws IOException {
        RawHttp.Answer answer = RawHttp.send(server.port(), text);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(error(answer).error()).isEqualTo("bad_request");
    }

    private void restart(Address address, @Nullable String token) {
        server.stop();
        server = start(address, token);
    }

    private static Javalin start(Address address, @Nullable String token) {
        return Javalin.start(config -> {
            ControlSurface.configure(
                    config, address, new AccessRule(List.of(address), Set.of(8000, 8004, 8090), token));
            new DashboardAssets(() -> new Endpoints(8090, 8004)).register(config.routes);
            config.routes.get("/thing", request -> request.result("ok"));
            config.routes.post("/thing", request -> request.result("changed"));
            config.routes.patch("/thing", request -> request.json(request.bodyAsClass(BackendChange.class)));
            config.routes.get("/bug", request -> {
                throw new IllegalStateException("bug");
            });
        });
    }

    private RawHttp.Answer ask(String request, String... headers) throws IOException {
        return RawHttp.send(server.port(), request + " HTTP/1.1\r\n" + String.join("\r\n", headers) + "\r\n\r\n");
    }

    private static ErrorBody error(RawHttp.Answer answer) throws IOException {
        return Json.strict().readValue(answer.body(), ErrorBody.class);
    }
}
