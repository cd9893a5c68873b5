package dev.lbctl.balancer.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 9112, sections 4 and 6.3. */
class ResponseTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        a version, a status and a reason stand with one space between them | HTTP/1.1 200 OK          | HTTP_1_1 200 OK
        HTTP/1.0 is spoken                                                 | HTTP/1.0 200 OK          | HTTP_1_0 200 OK
        a reason may have spaces and HTABs                                 | HTTP/1.1 404 Not␉Found ! | HTTP_1_1 404 Not␉Found !
        a reason may have octets over 0x7f                                 | HTTP/1.1 200 Là          | HTTP_1_1 200 Là
        a reason may be empty                                              | HTTP/1.1 200␠            | HTTP_1_1 200␠
        a reason may be missing with its space                             | HTTP/1.1 200             | HTTP_1_1 200␠
        the lowest status is 100                                           | HTTP/1.1 100 Continue    | HTTP_1_1 100 Continue
        the highest status is 599                                          | HTTP/1.1 599 x           | HTTP_1_1 599 x
        """)
    void status_line_is_accepted_when(String sentence, String line, String read) {
        assertThat(Reading.ofResponses("GET", Notation.octets(line + "⏎⏎"))
                        .only()
                        .start())
                .isEqualTo(Notation.octets(read));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        another protocol                       | SSH-2.0-x            | STATUS_LINE
        an empty line before it                | ⏎HTTP/1.1 200 OK     | STATUS_LINE
        a space before it                      | ␠HTTP/1.1 200 OK     | STATUS_LINE
        a version in lower case                | Http/1.1 200 OK      | STATUS_LINE
        a version alone                        | HTTP/1.1             | STATUS_LINE
        a version and a space                  | HTTP/1.1␠            | STATUS_LINE
        two spaces before the status           | HTTP/1.1  200 OK     | STATUS_LINE
        a HTAB before the status               | HTTP/1.1␉200 OK      | STATUS_LINE
        a status of two digits                 | HTTP/1.1 20 OK       | STATUS_LINE
        a status of four digits                | HTTP/1.1 2000 OK     | STATUS_LINE
        a status that is no number             | HTTP/1.1 2x0 OK      | STATUS_LINE
        a status with a sign                   | HTTP/1.1 +20 OK      | STATUS_LINE
        a status with a reason stuck to it     | HTTP/1.1 200OK       | STATUS_LINE
        a HTAB behind the status               | HTTP/1.1 200␉OK      | STATUS_LINE
        a version with two digits              | HTTP/1.10 200 OK     | STATUS_LINE
        the answer of an ICY server            | ICY 200 OK           | STATUS_LINE
        HTTP/2.0                               | HTTP/2.0 200 OK      | VERSION
        HTTP/1.2                               | HTTP/1.2 200 OK      | VERSION
        a status below 100                     | HTTP/1.1 099 x       | STATUS
        a status of zeros                      | HTTP/1.1 000 x       | STATUS
        a status over 599                      | HTTP/1.1 600 x       | STATUS
        a NUL in the reason                    | HTTP/1.1 200 ␀       | CONTROL_OCTET
        a DEL in the reason                    | HTTP/1.1 200 ␡       | CONTROL_OCTET
        a bare LF behind the reason            | HTTP/1.1 200 OK␊     | BARE_LF
        a bare CR in the reason                | HTTP/1.1 200 O␍K     | BARE_CR
        """)
    void status_line_is_refused_for(String sentence, String line, Flaw flaw) {
        assertThat(Reading.flawOf("GET", Notation.octets(line + "⏎⏎"))).isEqualTo(flaw);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        a length is the body's                          | GET     | 200 | Content-Length: 3          | LENGTH      | 3
        chunked is the body's framing                   | GET     | 200 | Transfer-Encoding: chunked | CHUNKED     | 0
        without either the body lasts to the end        | GET     | 200 | A: b                       | UNTIL_CLOSE | 0
        an error's body lasts to the end as well        | GET     | 500 | A: b                       | UNTIL_CLOSE | 0
        an answer to HEAD has no body                   | HEAD    | 200 | A: b                       | NONE        | 0
        an answer to HEAD tells a length it has not     | HEAD    | 200 | Content-Length: 3          | NONE        | 0
        an answer to HEAD tells a coding it has not     | HEAD    | 200 | Transfer-Encoding: chunked | NONE        | 0
        an error to HEAD has no body                    | HEAD    | 404 | Content-Length: 3          | NONE        | 0
        an answer to head in lower case has a body      | head    | 200 | Content-Length: 3          | LENGTH      | 3
        204 has no body                                 | GET     | 204 | A: b                       | NONE        | 0
        204 with a length has no body                   | GET     | 204 | Content-Length: 0          | NONE        | 0
        304 has no body                                 | GET     | 304 | A: b                       | NONE        | 0
        304 tells a length it has not                   | GET     | 304 | Content-Length: 3          | NONE        | 0
        304 tells a coding it has not                   | GET     | 304 | Transfer-Encoding: chunked | NONE        | 0
        100 has no body                                 | POST    | 100 | A: b                       | NONE        | 0
        103 has no body                                 | GET     | 103 | Link: </a>                 | NONE        | 0
        101 has no body                                 | GET     | 101 | Upgrade: x                 | NONE        | 0
        an accepted CONNECT has no body                 | CONNECT | 200 | A: b                       | NONE        | 0
        an accepted CONNECT's length is ignored         | CONNECT | 200 | Content-Length: 3          | NONE        | 0
        a refused CONNECT has a body                    | CONNECT | 407 | Content-Length: 3          | LENGTH      | 3
        205 is framed like any other                    | POST    | 205 | Content-Length: 0          | LENGTH      | 0
        """)
    void length_is_told(String sentence, String method, int status, String field, Framing.Kind kind, long length) {
        String body = kind == Framing.Kind.CHUNKED ? "0⏎⏎" : "abc".substring(0, (int) length);
        String response = "HTTP/1.1 " + status + " x⏎" + field + "⏎⏎" + body;

        assertThat(Reading.ofResponses(method, Notation.octets(response)).only().framing())
                .isEqualTo(new Framing(kind, length));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        a coding of an interim answer                | GET  | HTTP/1.1 103 x⏎Transfer-Encoding: chunked  | CODING_WITHOUT_BODY
        a coding of 101                              | GET  | HTTP/1.1 101 x⏎Transfer-Encoding: chunked  | CODING_WITHOUT_BODY
        a coding of 204                              | GET  | HTTP/1.1 204 x⏎Transfer-Encoding: chunked  | CODING_WITHOUT_BODY
        a malformed length of 304                    | GET  | HTTP/1.1 304 x⏎Content-Length: a           | CONTENT_LENGTH
        a malformed length of 204                    | GET  | HTTP/1.1 204 x⏎Content-Length: -1          | CONTENT_LENGTH
        two lengths of an answer to HEAD             | HEAD | HTTP/1.1 200 x⏎Content-Length: 1⏎Content-Length: 2 | CONTENT_LENGTH_REPEATED
        a length and a coding in an answer to HEAD   | HEAD | HTTP/1.1 200 x⏎Content-Length: 1⏎Transfer-Encoding: chunked | CODING_AND_LENGTH
        two equal lengths                            | GET  | HTTP/1.1 200 x⏎Content-Length: 1⏎Content-Length: 1 | CONTENT_LENGTH_REPEATED
        a length and a coding                        | GET  | HTTP/1.1 200 x⏎Content-Length: 1⏎Transfer-Encoding: chunked | CODING_AND_LENGTH
        a coding in HTTP/1.0                         | GET  | HTTP/1.0 200 x⏎Transfer-Encoding: chunked  | CODING_IN_1_0
        another coding before chunked                | GET  | HTTP/1.1 200 x⏎Transfer-Encoding: gzip, chunked | CODING_UNKNOWN
        another coding than chunked                  | GET  | HTTP/1.1 200 x⏎Transfer-Encoding: gzip     | TRANSFER_ENCODING
        a folded line                                | GET  | HTTP/1.1 200 x⏎A: b⏎␠c                     | FOLDED_LINE
        a space before a colon                       | GET  | HTTP/1.1 200 x⏎A : b                       | SPACE_BEFORE_COLON
        """)
    void is_refused_for(String sentence, String method, String head, Flaw flaw) {
        assertThat(Reading.flawOf(method, Notation.octets(head + "⏎⏎"))).isEqualTo(flaw);
    }
}
