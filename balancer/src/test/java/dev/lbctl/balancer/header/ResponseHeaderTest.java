package dev.lbctl.balancer.header;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.balancer.http.Fields;
import dev.lbctl.balancer.http.Framing;
import dev.lbctl.balancer.http.RequestHead;
import dev.lbctl.balancer.http.ResponseHead;
import dev.lbctl.balancer.http.Version;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How edits meet answers that are not final, and what a session adds to one. */
class ResponseHeaderTest {
    private static final HeaderEdits EDITS =
            HeaderEdits.of(Map.of("Server", "web"), Map.of("X-Trace", "b"), List.of("X-Powered-By"));

    private static final Peer PEER = new Peer("192.0.2.7", false, false);

    private final ByteBuf out = Unpooled.buffer();

    private static ResponseHead head(int status, String... fields) {
        return new ResponseHead(Version.HTTP_1_1, status, "", Fields.of(fields), Framing.NONE);
    }

    @Test
    void an_interim_answer_loses_what_is_left_out_and_gets_nothing_new() {
        ResponseHead early = head(103, "Link", "</a>", "Server", "secret", "X-Powered-By", "x");
        ResponseHeader.writeInterim(out, early, EDITS);

        assertThat(out.toString(StandardCharsets.ISO_8859_1)).isEqualTo("HTTP/1.1 103 \r\nLink: </a>\r\n\r\n");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "GET  | -                        | Set-Cookie: s=1;Cache-Control: private",
                "HEAD | Set-Cookie: theirs=1     | Set-Cookie: theirs=1;Set-Cookie: s=1;Cache-Control: private",
                "POST | -                        | Set-Cookie: s=1",
                "GET  | Cache-Control: max-age=9 | Cache-Control: max-age=9;Set-Cookie: s=1",
            })
    void a_session_is_told_besides_what_the_backend_tells_and_kept_out_of_caches_that_others_use(
            String method, @Nullable String field, String told) {
        RequestHead request = new RequestHead(method, "/", Version.HTTP_1_1, Fields.of("Host", "a"), Framing.NONE);
        ResponseHead answer = field == null ? head(200) : head(200, field.split(": "));

        ResponseHeader.write(
                out, answer, new Terms(new Request(request, "a", "id", PEER), true, HeaderEdits.NONE, "s=1", null));

        assertThat(out.toString(StandardCharsets.ISO_8859_1)
                        .lines()
                        .filter(line -> line.matches("(Set-Cookie|Cache-Control): .*")))
                .containsExactly(told.split(";"));
    }

    @Test
    void what_the_route_says_of_caches_goes_before_what_a_session_says() {
        RequestHead request = new RequestHead("GET", "/", Version.HTTP_1_1, Fields.of("Host", "a"), Framing.NONE);
        HeaderEdits edits = HeaderEdits.of(Map.of(), Map.of("Cache-Control", "no-store"), List.of("Set-Cookie"));

        ResponseHeader.write(
                out,
                head(200, "Set-Cookie", "theirs=1"),
                new Terms(new Request(request, "a", "id", PEER), true, edits, "s=1", null));

        assertThat(out.toString(StandardCharsets.ISO_8859_1))
                .contains("Set-Cookie: s=1\r\n", "Cache-Control: no-store\r\n")
                .doesNotContain("theirs", "private");
    }

    @Test
    void a_session_may_begin_with_a_switch_of_protocols() {
        ResponseHeader.writeSwitching(out, head(101, "Upgrade", "websocket"), EDITS, "s=1");

        assertThat(out.toString(StandardCharsets.ISO_8859_1)).contains("\r\nSet-Cookie: s=1\r\n");
    }

    @Test
    void an_answer_that_switches_protocols_is_changed_like_a_final_one() {
        ResponseHead switching = head(101, "Upgrade", "websocket", "Connection", "upgrade", "Server", "secret");
        ResponseHeader.writeSwitching(out, switching, EDITS, null);

        assertThat(out.toString(StandardCharsets.ISO_8859_1))
                .isEqualTo(
                        "HTTP/1.1 101 \r\nServer: web\r\nX-Trace: b\r\nConnection: upgrade\r\nUpgrade: websocket\r\n\r\n");
    }

    @Test
    void an_answer_that_opens_a_tunnel_tells_no_length() {
        ResponseHeader.writeSwitching(out, head(200, "Content-Length", "5"), EDITS, null);

        assertThat(out.toString(StandardCharsets.ISO_8859_1)).doesNotContain("Content-Length");
    }
}
