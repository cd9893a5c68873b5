package dev.lbctl.balancer.header;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.balancer.head.RequestReader;
import dev.lbctl.balancer.http.HeadLimits;
import dev.lbctl.balancer.http.Progress;
import dev.lbctl.balancer.http.RequestHead;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a backend is told, by whose word (RFC 9110, section 7.6; RFC 7239). */
class RequestHeaderTest {
    private static final Peer STRANGER = new Peer("192.0.2.7", false, false);
    private static final Peer PROXY = new Peer("10.0.0.1", true, false);
    private static final Peer STRANGER_6 = new Peer("2001:db8::7", false, false);

    private static RequestHead read(String head) {
        RequestReader reader = new RequestReader(new HeadLimits(8_000, 32_000, 100));
        assertThat(reader.read(Unpooled.copiedBuffer(head, StandardCharsets.ISO_8859_1)))
                .isEqualTo(Progress.DONE);
        return reader.head();
    }

    private static String written(String fields, Peer peer) {
        RequestHead head = read("GET /a HTTP/1.1\r\nHost: here\r\n" + fields + "\r\n");
        ByteBuf out = Unpooled.buffer();
        RequestHeader.write(out, new Request(head, "here", "id", peer), "here", Rewrite.NONE);
        return out.toString(StandardCharsets.ISO_8859_1);
    }

    @Test
    void a_head_is_written_anew_from_its_first_to_its_last_line() {
        assertThat(written("X-A:1\r\nX-B:\t 2 \r\n", STRANGER))
                .isEqualTo("GET /a HTTP/1.1\r\nHost: here\r\nX-A: 1\r\nX-B: 2\r\n"
                        + "X-Forwarded-For: 192.0.2.7\r\nX-Forwarded-Proto: http\r\nX-Forwarded-Host: here\r\n"
                        + "Forwarded: for=192.0.2.7;host=\"here\";proto=http\r\n"
                        + "X-Request-ID: id\r\nVia: 1.1 lbctl\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Forwarded-For: 6.6.6.6",
                "x-forwarded-for: 6.6.6.6\r\nX-FORWARDED-FOR: 6.6.6.6",
                "X_Forwarded_For: 6.6.6.6",
                "X-Forwarded_For: 6.6.6.6",
                "X-Forwarded-Proto: 6.6.6.6",
                "X-Forwarded-Host: 6.6.6.6",
                "X-Forwarded-Prefix: /6.6.6.6",
                "X-Forwarded-Port: 6.6.6.6",
                "x_forwarded_server: 6.6.6.6",
                "Forwarded: for=6.6.6.6",
                "X-Real-IP: 6.6.6.6",
                "X_REAL_IP: 6.6.6.6",
                "X_Request_ID: 6.6.6.6",
                "Connection: x-forwarded-for\r\nX-Forwarded-For: 6.6.6.6",
            })
    void what_a_stranger_says_of_itself_is_not_passed_on(String claim) {
        assertThat(written(claim + "\r\n", STRANGER)).doesNotContain("6.6.6.6").contains("for=192.0.2.7;");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "X-Forwarded-For: 1.1.1.1            | X-Forwarded-For: 1.1.1.1, 10.0.0.1",
                "X-Forwarded-For: 1.1.1.1, 2.2.2.2   | X-Forwarded-For: 1.1.1.1, 2.2.2.2, 10.0.0.1",
                "X-Forwarded-For: ,1.1.1.1,,         | X-Forwarded-For: 1.1.1.1, 10.0.0.1",
                "X-Forwarded-Proto: https            | X-Forwarded-Proto: https",
                "X-Forwarded-Host: shop.example      | X-Forwarded-Host: shop.example",
                "X-Forwarded-Port: 8443              | X-Forwarded-Port: 8443",
                "X-Real-IP: 1.1.1.1                  | X-Real-IP: 1.1.1.1",
                "Forwarded: for=1.1.1.1              | Forwarded: for=1.1.1.1, for=10.0.0.1;host=\"here\";proto=http",
                "Forwarded: for=\"[2001:db8::1]:5\"  | Forwarded: for=\"[2001:db8::1]:5\", for=10.0.0.1;host=\"here\";proto=http",
                "Connection: x-forwarded-for\\r\\nX-Forwarded-For: 1.1.1.1 | X-Forwarded-For: 1.1.1.1, 10.0.0.1",
            })
    void what_a_trusted_proxy_says_of_others_is_passed_on_with_the_proxy_added(String said, String written) {
        assertThat(written(said.replace("\\r\\n", "\r\n") + "\r\n", PROXY)).contains(written + "\r\n");
    }

    @Test
    void fields_of_several_lines_from_a_trusted_proxy_become_one_list() {
        assertThat(written("X-Forwarded-For: 1.1.1.1\r\nX-Forwarded-For: 2.2.2.2\r\n", PROXY))
                .containsOnlyOnce("X-Forwarded-For")
                .contains("X-Forwarded-For: 1.1.1.1, 2.2.2.2, 10.0.0.1\r\n");
    }

    @Test
    void what_mimics_a_field_is_not_even_a_trusted_proxys_word() {
        assertThat(written("X_Forwarded_For: 6.6.6.6\r\n", PROXY)).doesNotContain("6.6.6.6");
    }

    @Test
    void an_address_of_ipv6_stands_in_brackets_where_it_must() {
        assertThat(written("", STRANGER_6))
                .contains("X-Forwarded-For: 2001:db8::7\r\n")
                .contains("Forwarded: for=\"[2001:db8::7]\";host=\"here\";proto=http\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Connection: x-gone\r\nX-Gone: gone",
                "Connection: keep-alive, X-Gone\r\nx-gone: gone\r\nX-GONE: gone",
                "Connection: close\r\nConnection: x-gone\r\nX-Gone: gone",
                "Connection: ,x-gone ,\r\nX-Gone: gone",
                "Keep-Alive: gone",
                "Proxy-Connection: gone",
                "TE: gone",
                "Upgrade: gone",
                "Connection: upgrade, http2-settings\r\nUpgrade: h2c\r\nHTTP2-Settings: gone",
            })
    void what_concerns_one_connection_only_stays_behind(String fields) {
        assertThat(written(fields + "\r\n", STRANGER)).doesNotContain("gone", "onnection", "pgrade");
    }

    @ParameterizedTest
    @ValueSource(strings = {"host", "content-length", "host, content-length"})
    void what_the_meaning_of_a_message_rests_on_cannot_be_named_away(String named) {
        assertThat(written("Connection: " + named + "\r\nContent-Length: 0\r\n", STRANGER))
                .contains("Host: here\r\n", "Content-Length: 0\r\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TE: trailers                  | TE: trailers\\r\\nConnection: te",
                "TE: gzip;q=0.5, Trailers      | TE: trailers\\r\\nConnection: te",
                "TE: trailers\\r\\nConnection: upgrade, te\\r\\nUpgrade: irc | TE: trailers\\r\\nConnection: upgrade, te\\r\\nUpgrade: irc",
            })
    void that_the_client_takes_trailers_is_passed_on(String fields, String written) {
        assertThat(written(fields.replace("\\r\\n", "\r\n") + "\r\n", STRANGER))
                .endsWith(written.replace("\\r\\n", "\r\n") + "\r\n\r\n");
    }

    @Test
    void a_chunked_body_is_announced_in_one_form() {
        assertThat(written("tRANSFER-eNCODING: CHUNKED\r\n", STRANGER))
                .containsOnlyOnce("hunked")
                .contains("Transfer-Encoding: chunked\r\n");
    }

    @Test
    void who_carried_a_message_before_stays_named() {
        assertThat(written("Via: 1.0 fred\r\n", STRANGER)).contains("Via: 1.0 fred\r\n", "Via: 1.1 lbctl\r\n");
    }
}
