package dev.lbctl.balancer.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 9112, section 9.3, and RFC 9110, section 10.1.1. */
class PersistenceTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        HTTP/1.1 stays                                    | HTTP_1_1 | A: b                                        | true
        HTTP/1.1 stays with keep-alive                    | HTTP_1_1 | Connection: keep-alive                      | true
        HTTP/1.1 stays with any other option              | HTTP_1_1 | Connection: upgrade                         | true
        HTTP/1.1 ends with close                          | HTTP_1_1 | Connection: close                           | false
        close may be in any case                          | HTTP_1_1 | Connection: CLOSE                           | false
        close may stand in a list                         | HTTP_1_1 | Connection: a ,␉close, b                    | false
        close may stand behind empty elements             | HTTP_1_1 | Connection: ,,close                         | false
        close may stand in a second field                 | HTTP_1_1 | Connection: keep-alive⏎connection: close    | false
        close wins over keep-alive                        | HTTP_1_1 | Connection: close, keep-alive               | false
        what only begins with close is another option     | HTTP_1_1 | Connection: closed                          | true
        what only ends with close is another option       | HTTP_1_1 | Connection: not-close                       | true
        HTTP/1.0 ends                                     | HTTP_1_0 | A: b                                        | false
        HTTP/1.0 stays with keep-alive                    | HTTP_1_0 | Connection: Keep-Alive                      | true
        HTTP/1.0 ends with another option                 | HTTP_1_0 | Connection: upgrade                         | false
        HTTP/1.0 ends with both                           | HTTP_1_0 | Connection: keep-alive, close               | false
        """)
    void a_connection(String sentence, Version version, String lines, boolean stays) {
        Fields fields = fields(lines);

        assertThat(new RequestHead("GET", "/", version, fields, Framing.NONE).keepsAlive())
                .isEqualTo(stays);
        assertThat(new ResponseHead(version, 200, "", fields, Framing.NONE).keepsAlive())
                .isEqualTo(stays);
    }

    @Test
    void a_response_that_lasts_until_the_close_ends_the_connection() {
        Fields fields = Fields.of("Connection", "keep-alive");

        assertThat(new ResponseHead(Version.HTTP_1_1, 200, "", fields, Framing.UNTIL_CLOSE).keepsAlive())
                .isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        a client may wait with its body                   | HTTP_1_1 | Expect: 100-continue    | true
        the expectation may be in any case                | HTTP_1_1 | expect: 100-Continue    | true
        another expectation is none of ours               | HTTP_1_1 | Expect: 200-ok          | false
        without an expectation nobody waits               | HTTP_1_1 | A: b                    | false
        of HTTP/1.0 the expectation is ignored            | HTTP_1_0 | Expect: 100-continue    | false
        """)
    void of_an_expectation(String sentence, Version version, String lines, boolean waits) {
        assertThat(new RequestHead("POST", "/", version, fields(lines), Framing.length(1)).expectsContinue())
                .isEqualTo(waits);
    }

    @Test
    void a_response_below_200_is_interim() {
        assertThat(new ResponseHead(Version.HTTP_1_1, 199, "", Fields.NONE, Framing.NONE).isInterim())
                .isTrue();
        assertThat(new ResponseHead(Version.HTTP_1_1, 200, "", Fields.NONE, Framing.NONE).isInterim())
                .isFalse();
    }

    private static Fields fields(String lines) {
        return Fields.of(Notation.octets(lines).split(": ?|\r\n", -1));
    }
}
