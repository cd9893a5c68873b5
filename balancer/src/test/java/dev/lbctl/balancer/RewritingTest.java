package dev.lbctl.balancer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.balancer.operator.OverridesFile;
import dev.lbctl.config.file.ConfigFile;
import dev.lbctl.config.file.ConfigResult;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What routes change of requests and answers, as both ends see it. */
class RewritingTest {
    private static final String TRUSTING = "listener: { address: 127.0.0.1:0, trusted_proxies: [127.0.0.1] }";

    private Mirror mirror;
    private Balancer balancer;

    @BeforeEach
    void start() throws IOException {
        mirror = new Mirror(
                "secret/1.0",
                "X-Powered-By: x\r\nSet-Cookie: theirs=1\r\nX-Frame-Options: ALLOW\r\n",
                "X-Powered-By: x\r\nX-Checksum: 1\r\n");
        balancer = balancer("listener: { address: 127.0.0.1:0 }");
        balancer.start();
    }

    @AfterEach
    void stop() throws IOException {
        balancer.stop();
        mirror.close();
    }

    private Balancer balancer(String listener) {
        String yaml = listener + """

                admin: { address: 127.0.0.1:0 }
                management: { address: 127.0.0.1:0 }
                pools: { web: { backends: [ { url: "MIRROR" } ] } }
                routes:
                  - { path: /v1, pool: web, strip_prefix: true }
                  - { path: /a/b, pool: web, strip_prefix: /a }
                  - path: /edited
                    pool: web
                    request_headers: { set: { X-Team: a, X-Forwarded-Proto: https }, add: { X-Trace: b }, remove: [Cookie2, Via] }
                    response_headers: { set: { Server: web, X-Frame-Options: DENY }, add: { Set-Cookie: ours=1 }, remove: [X-Powered-By, Via] }
                  - { path: /, pool: web }
                """.replace("MIRROR", mirror.url());
        return new Balancer(
                ((ConfigResult.Valid) ConfigFile.parse("lbctl.yaml", yaml)).config(),
                null,
                new OverridesFile(null),
                Clock.systemUTC());
    }

    /** The whole answer to one request, and in its body the whole request that the backend got. */
    private static String ask(Balancer balancer, String line, String fields, String body) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), balancer.port())) {
            socket.setSoTimeout(10_000);
            String request = line + " HTTP/1.1\r\nHost: h\r\nConnection: close\r\n" + fields + "\r\n" + body;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private String asked(String line, String fields) throws IOException {
        String answer = ask(balancer, line, fields, "");
        return answer.substring(answer.indexOf("\r\n\r\n") + 4);
    }

    @ParameterizedTest
    @CsvSource({
        "/v1, /, /v1",
        "/v1/, /, /v1",
        "/v1?a=/v1, /?a=/v1, /v1",
        "/v1/users/7?a=b, /users/7?a=b, /v1",
        "/v1/v1/x, /v1/x, /v1",
        "/v1/%2e%2e/x, /%2e%2e/x, /v1",
        "http://h/v1/x, /x, /v1",
        "http://h/v1?x, /?x, /v1",
        "/a/b/c, /b/c, /a",
        "/a/b, /b, /a",
    })
    void a_prefix_is_cut_off_and_the_backend_is_told_so(String target, String asked, String prefix) throws IOException {
        assertThat(asked("GET " + target, "X-Forwarded-Prefix: /evil\r\n"))
                .contains("GET " + asked + " HTTP/1.1\r\n", "\r\nX-Forwarded-Prefix: " + prefix + "\r\n")
                .doesNotContain("/evil");
    }

    @Test
    void what_only_begins_with_the_same_letters_is_left_as_it_is() throws IOException {
        assertThat(asked("GET /v1x/y", "X-Forwarded-Prefix: /evil\r\n"))
                .contains("GET /v1x/y HTTP/1.1\r\n")
                .doesNotContain("X-Forwarded-Prefix");
    }

    @Test
    void a_trusted_proxy_s_prefix_stands_before_ours() throws IOException {
        Balancer trusting = balancer(TRUSTING);
        trusting.start();

        assertThat(ask(trusting, "GET /v1/x", "X-Forwarded-Prefix: /shop\r\n", ""))
                .contains("\r\nX-Forwarded-Prefix: /shop/v1\r\n");
        assertThat(ask(trusting, "GET /x", "X-Forwarded-Prefix: /shop\r\n", ""))
                .contains("\r\nX-Forwarded-Prefix: /shop\r\n");
        trusting.stop();
    }

    @Test
    void what_is_set_is_alone_under_its_name_what_is_added_is_not_and_what_is_removed_is_gone() throws IOException {
        assertThat(asked(
                        "GET /edited",
                        "x-team: x\r\nX-Team: y\r\nX_Team: z\r\nX-Trace: t\r\ncookie2: c\r\nX-Other: o\r\n"))
                .contains("\r\nX-Team: a\r\n", "\r\nX-Forwarded-Proto: https\r\n", "\r\nX-Other: o\r\n")
                .containsSubsequence("\r\nX-Trace: t\r\n", "\r\nX-Trace: b\r\n")
                .doesNotContainIgnoringCase("Team: x", "Team: y", "Team: z", "cookie2", "\r\nVia:", "Proto: http\r");
    }

    @Test
    void answers_are_changed_likewise() throws IOException {
        String answer = ask(balancer, "GET /edited", "", "");

        assertThat(answer.substring(0, answer.indexOf("\r\n\r\n") + 2))
                .contains("\r\nServer: web\r\n", "\r\nX-Frame-Options: DENY\r\n")
                .containsSubsequence("\r\nSet-Cookie: theirs=1\r\n", "\r\nSet-Cookie: ours=1\r\n")
                .doesNotContain("secret", "ALLOW", "X-Powered-By", "Via:");
    }

    @Test
    void a_client_cannot_have_an_edit_dropped_by_naming_it_in_connection() throws IOException {
        assertThat(asked("GET /edited", "Connection: X-Team, X-Trace, Content-Length\r\n"))
                .contains("\r\nX-Team: a\r\n", "\r\nX-Trace: b\r\n");
    }

    @Test
    void nobody_brings_behind_the_body_what_is_taken_out_before_it() throws IOException {
        String answer = ask(
                balancer,
                "POST /edited",
                "Transfer-Encoding: chunked\r\nTrailer: X-Team\r\n",
                "1\r\nx\r\n0\r\nX-Team: evil\r\nx_team: evil\r\nX-Checksum: 1\r\n\r\n");

        assertThat(answer)
                .contains("1\r\nx\r\n0\r\nX-Checksum: 1\r\n\r\n")
                .endsWith("\r\n0\r\nX-Checksum: 1\r\n\r\n")
                .doesNotContain("evil", "X-Powered-By");
    }

    @Test
    void a_route_without_edits_passes_everything_on() throws IOException {
        assertThat(ask(balancer, "GET /", "X-Team: x\r\nCookie2: c\r\n", ""))
                .contains("\r\nX-Team: x\r\n", "\r\nCookie2: c\r\n", "\r\nVia: 1.1 lbctl\r\n", "Server: secret/1.0\r\n")
                .endsWith("\r\n0\r\nX-Powered-By: x\r\nX-Checksum: 1\r\n\r\n");
    }
}
