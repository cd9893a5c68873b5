package dev.lbctl.balancer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lbctl.balancer.api.Json;
import dev.lbctl.balancer.operator.OverridesFile;
import dev.lbctl.config.AlgorithmKind;
import dev.lbctl.config.file.ConfigFile;
import dev.lbctl.config.file.ConfigResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sessions among A, B and C, through everything that a balancer is made of. */
class BalancerSessionsTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final List<ScriptedBackend> servers = List.of(
            new ScriptedBackend(ScriptedBackend.body("A")),
            new ScriptedBackend(ScriptedBackend.body("B")),
            new ScriptedBackend(ScriptedBackend.body("C")));
    private final List<Balancer> balancers = new ArrayList<>();

    @TempDir
    private Path directory;

    BalancerSessionsTest() throws IOException {}

    @AfterEach
    void stop() throws IOException {
        balancers.forEach(Balancer::stop);
        for (ScriptedBackend server : servers) {
            server.close();
        }
    }

    private Balancer balancer(String sharing) {
        String yaml = """
                listener: { address: "127.0.0.1:0", admin_paths: false }
                admin: { address: "127.0.0.1:0" }
                pools:
                  default:
                    backends:
                      - { name: A, url: "%s" }
                      - { name: B, url: "%s" }
                      - { name: C, url: "%s" }
                    %s
                """.formatted(
                        servers.get(0).named("A").url(),
                        servers.get(1).named("B").url(),
                        servers.get(2).named("C").url(),
                        sharing);
        ConfigResult.Valid config = (ConfigResult.Valid)
                ConfigFile.parse(directory.resolve("lbctl.yaml").toString(), yaml);
        OverridesFile overrides = new OverridesFile(directory.resolve("overrides.json"));
        return new Balancer(config.config(), "secret", overrides, Clock.systemUTC());
    }

    private Balancer started(String sharing) throws IOException {
        Balancer balancer = balancer(sharing);
        balancers.add(balancer);
        balancer.start();
        return balancer;
    }

    private static HttpResponse<String> get(Balancer balancer, String cookie) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + balancer.port() + "/"));
        return CLIENT.send(
                (cookie.isEmpty() ? request : request.header("Cookie", cookie)).build(), BodyHandlers.ofString());
    }

    private static String cookie(HttpResponse<String> answer) {
        return answer.headers().firstValue("Set-Cookie").orElse("").replaceFirst(";.*", "");
    }

    private static HttpResponse<String> admin(Balancer balancer, String method, String path, String body)
            throws Exception {
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + balancer.adminPort() + path))
                        .header("Authorization", "Bearer secret")
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    @ParameterizedTest
    @EnumSource
    void a_client_stays_with_its_member_whatever_the_algorithm(AlgorithmKind kind) throws Exception {
        Balancer balancer = started("algorithm: " + kind.key() + "\n    sticky: {}");
        HttpResponse<String> first = get(balancer, "");
        for (AlgorithmKind other : AlgorithmKind.values()) {
            admin(balancer, "POST", "/algorithm", "{\"algorithm\":\"" + other.key() + "\"}");

            HttpResponse<String> next = get(balancer, cookie(first));
            assertThat(next.body()).isEqualTo(first.body());
            assertThat(cookie(next)).isEmpty();
        }
    }

    @Test
    void every_member_has_sessions_of_its_own() throws Exception {
        Balancer balancer = started("sticky: { cookie: at }");
        Set<String> cookies = new TreeSet<>();
        for (int turn = 0; turn < 9; turn++) {
            HttpResponse<String> first = get(balancer, "");
            cookies.add(cookie(first));
            assertThat(get(balancer, cookie(first)).body()).isEqualTo(first.body());
        }

        assertThat(cookies).hasSize(3).allMatch(cookie -> cookie.matches("at=[A-Za-z0-9_-]{43}"));
    }

    @Test
    void sessions_outlive_the_balancer() throws Exception {
        Balancer before = started("sticky: {}");
        HttpResponse<String> first = get(before, "");
        before.stop();

        Balancer after = started("sticky: {}");
        get(after, "");

        assertThat(get(after, cookie(first)).body()).isEqualTo(first.body());
        assertThat(cookie(get(after, cookie(first)))).isEmpty();
    }

    @Test
    void balancers_with_the_same_secret_know_each_others_sessions_and_no_others() throws Exception {
        Files.writeString(directory.resolve("shared"), "0123456789abcdef0123456789abcdef");
        Balancer one = started("sticky: { secret_file: shared }");
        Balancer two = started("sticky: { secret_file: shared }");
        Balancer stranger = started("sticky: {}");
        HttpResponse<String> first = get(one, "");
        get(two, "");

        assertThat(get(two, cookie(first)).body()).isEqualTo(first.body());
        assertThat(cookie(get(stranger, cookie(first)))).isNotEmpty().isNotEqualTo(cookie(first));
    }

    @Test
    void without_its_secret_no_balancer_begins() {
        assertThatThrownBy(() -> balancer("sticky: { secret_file: none }"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith("pool default: sticky: there is no secret_file " + directory.resolve("none"));
    }

    @Test
    void a_member_that_is_about_to_be_stopped_hands_its_sessions_over_though_a_drain_would_not() throws Exception {
        Balancer balancer = started("sticky: {}");
        HttpResponse<String> first = get(balancer, "");
        String member = "/backends/" + first.body();

        admin(balancer, "PATCH", member, "{\"duty\":\"drain\"}");
        assertThat(get(balancer, cookie(first)).body()).isEqualTo(first.body());
        admin(balancer, "PATCH", member, "{\"duty\":\"drain\",\"leaving\":true}");
        assertThat(get(balancer, cookie(first)).body()).isNotEqualTo(first.body());
    }

    @Test
    void an_explanation_says_what_the_session_had_to_do_with_it() throws Exception {
        Balancer balancer = started("sticky: { on_drain: move }");
        HttpResponse<String> first = get(balancer, "");
        get(balancer, cookie(first));
        get(balancer, "lbctl_session=garbled");
        admin(balancer, "PATCH", "/backends/" + first.body(), "{\"duty\":\"drain\"}");
        get(balancer, cookie(first));
        String named = "the cookie lbctl_session names " + first.body();

        assertThat(sticky(balancer, "/requests/1/explanation")).isEqualTo("the request has no cookie lbctl_session");
        assertThat(sticky(balancer, "/requests/2/explanation")).isEqualTo(named + ", which keeps its session");
        assertThat(sticky(balancer, "/requests/3/explanation"))
                .startsWith("the cookie lbctl_session names no member: it is not one of ours");
        assertThat(sticky(balancer, "/requests/4/explanation"))
                .isEqualTo(named + ", and is not followed (drain: gets nothing new)");
        assertThat(sticky(balancer, "/explain?url=http://a/&header=Cookie:" + cookie(first)))
                .isEqualTo(named + ", and is not followed (drain: gets nothing new)");
        admin(balancer, "PATCH", "/backends/" + first.body(), "{\"duty\":\"ready\"}");
        assertThat(sticky(balancer, "/explain?url=http://a/&header=Cookie:" + cookie(first)))
                .isEqualTo(named + ", which keeps its session");
    }

    private static String sticky(Balancer balancer, String path) throws Exception {
        JsonNode explanation =
                Json.strict().readTree(admin(balancer, "GET", path, "").body());
        return explanation.path("choice").path("sticky").asText();
    }
}
