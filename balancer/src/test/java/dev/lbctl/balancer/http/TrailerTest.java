package dev.lbctl.balancer.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9112, section 7.1.2, and RFC 9110, section 6.5. */
class TrailerTest {
    private static final String HEAD = "POST / HTTP/1.1⏎Host: h⏎Transfer-Encoding: chunked⏎⏎1⏎a⏎0⏎";

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        one field is kept                              | A: b                    | A=b
        fields are kept in their order                 | B: 1⏎a:2⏎b:␠3␠          | B=1⏎a=2⏎b=3
        a digest is told behind the body               | Content-Digest: x       | Content-Digest=x
        the status of gRPC is told behind the body     | grpc-status: 0          | grpc-status=0
        timing is told behind the body                 | Server-Timing: a;dur=1  | Server-Timing=a;dur=1
        a name that begins like a forbidden one        | Host-Name: b            | Host-Name=b
        a name that a forbidden one begins with        | X-Forwarded: b          | X-Forwarded=b
        """)
    void is_accepted(String sentence, String lines, String read) {
        String octets = Notation.octets(HEAD + lines + "⏎⏎");

        assertThat(Reading.ofRequests(octets).only().trailers())
                .containsExactly(Notation.octets(read).split("\r\n", -1));
        assertThat(Reading.byteByByte(null, octets)).isEqualTo(Reading.ofRequests(octets));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "Transfer-Encoding",
                "Content-Length",
                "Trailer",
                "Host",
                "Connection",
                "Keep-Alive",
                "TE",
                "Upgrade",
                "Forwarded",
                "Proxy-Connection",
                "Proxy-Authenticate",
                "Proxy-Authorization",
                "Proxy-Anything",
                "Cache-Control",
                "Expect",
                "Max-Forwards",
                "Pragma",
                "Range",
                "Authorization",
                "WWW-Authenticate",
                "Cookie",
                "Set-Cookie",
                "Content-Encoding",
                "Content-Type",
                "Content-Range",
                "X-Forwarded-For",
                "X-Forwarded-Proto",
                "X-Forwarded-Anything",
                "cOOkie",
                "x-fORWARDED-pORT",
                "X-Real-IP",
                "x_real_ip",
                "Content_Length",
                "set_cookie"
            })
    void is_refused_with_the_field(String name) {
        assertThat(Reading.flawOf(null, Notation.octets(HEAD + "A: b⏎" + name + ": c⏎⏎")))
                .isEqualTo(Flaw.FORBIDDEN_TRAILER);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        a folded line                | A: b⏎␠c⏎⏎       | FOLDED_LINE
        a blank at the start         | ␠A: b⏎⏎         | FOLDED_LINE
        a space before the colon     | A : b⏎⏎         | SPACE_BEFORE_COLON
        a line without a colon       | A⏎⏎             | NO_COLON
        a line without a name        | : b⏎⏎           | EMPTY_NAME
        a bare LF behind a value     | A: b␊⏎          | BARE_LF
        a bare LF as the empty line  | A: b⏎␊          | BARE_LF
        a bare CR as the empty line  | ␍a              | BARE_CR
        a NUL in a value             | A: ␀⏎⏎          | CONTROL_OCTET
        an octet over 0x7f in a name | é: b⏎⏎          | NOT_ASCII
        the next request at once     | GET / HTTP/1.1⏎ | SPACE_BEFORE_COLON
        """)
    void is_refused_for(String sentence, String lines, Flaw flaw) {
        assertThat(Reading.flawOf(null, Notation.octets(HEAD + lines))).isEqualTo(flaw);
    }

    @Test
    void of_one_body_are_not_those_of_the_next() {
        String octets = Notation.octets(HEAD + "A: b⏎⏎" + HEAD + "⏎" + HEAD + "C: d⏎⏎");

        assertThat(Reading.ofRequests(octets).messages())
                .extracting(Message::trailers)
                .containsExactly(List.of("A=b"), List.of(), List.of("C=d"));
    }

    @Test
    void is_refused_when_it_is_larger_than_its_limits() {
        assertThat(Reading.flawOf(null, Notation.octets(HEAD + "A: b⏎".repeat(101))))
                .isEqualTo(Flaw.HEADERS_TOO_LARGE);
        assertThat(Reading.flawOf(null, Notation.octets(HEAD + "A: " + "b".repeat(32768))))
                .isEqualTo(Flaw.HEADERS_TOO_LARGE);
    }
}
