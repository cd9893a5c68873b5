package dev.lbctl.balancer.header;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.balancer.http.Fields;
import dev.lbctl.balancer.http.Framing;
import dev.lbctl.balancer.http.ResponseHead;
import dev.lbctl.balancer.http.Version;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How edits meet answers that are not final. */
class ResponseHeaderTest {
    private static final HeaderEdits EDITS =
            HeaderEdits.of(Map.of("Server", "web"), Map.of("X-Trace", "b"), List.of("X-Powered-By"));

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

    @Test
    void an_answer_that_switches_protocols_is_changed_like_a_final_one() {
        ResponseHead switching = head(101, "Upgrade", "websocket", "Connection", "upgrade", "Server", "secret");
        ResponseHeader.writeSwitching(out, switching, EDITS);

        assertThat(out.toString(StandardCharsets.ISO_8859_1))
                .isEqualTo(
                        "HTTP/1.1 101 \r\nServer: web\r\nX-Trace: b\r\nConnection: upgrade\r\nUpgrade: websocket\r\n\r\n");
    }
}
