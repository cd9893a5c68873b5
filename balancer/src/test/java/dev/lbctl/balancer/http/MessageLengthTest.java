package dev.lbctl.balancer.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 9112, sections 6.1 to 6.3. */
class MessageLengthTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        a request without a length has no body               | A: b                          | NONE    | 0
        a Content-Length of zero is a length                 | Content-Length: 0             | LENGTH  | 0
        a Content-Length in any case is a length             | CONTENT-length: 3             | LENGTH  | 3
        blanks around a Content-Length are no part of it     | Content-Length:␉␠3␠␉          | LENGTH  | 3
        a Content-Length may begin with zeros                | Content-Length: 003           | LENGTH  | 3
        a Transfer-Encoding of chunked is a framing          | Transfer-Encoding: chunked    | CHUNKED | 0
        chunked may be written in any case                   | transfer-encoding: CHUNked    | CHUNKED | 0
        blanks around chunked are no part of it              | Transfer-Encoding:␠␉chunked␉␠ | CHUNKED | 0
        a name that only looks like the length's is another  | Content_Length: 3             | NONE    | 0
        """)
    void of_a_request_is_told(String sentence, String field, Framing.Kind kind, long length) {
        String body = kind == Framing.Kind.CHUNKED ? "0⏎⏎" : "abc".substring(0, (int) length);

        Message message =
                Reading.ofRequests(request(field) + Notation.octets(body)).only();

        assertThat(message.framing()).isEqualTo(new Framing(kind, length));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '§', textBlock = """
        an empty Content-Length                      | Content-Length:                             | CONTENT_LENGTH
        a plus sign                                  | Content-Length: +3                          | CONTENT_LENGTH
        a minus sign                                 | Content-Length: -3                          | CONTENT_LENGTH
        a hexadecimal length                         | Content-Length: 0x3                         | CONTENT_LENGTH
        a hexadecimal digit                          | Content-Length: a                           | CONTENT_LENGTH
        a decimal point                              | Content-Length: 3.0                         | CONTENT_LENGTH
        an exponent                                  | Content-Length: 1e3                         | CONTENT_LENGTH
        an underscore                                | Content-Length: 1_0                         | CONTENT_LENGTH
        a space inside                               | Content-Length: 1 0                         | CONTENT_LENGTH
        a quoted length                              | Content-Length: "3"                         | CONTENT_LENGTH
        a list of equal lengths                      | Content-Length: 3, 3                        | CONTENT_LENGTH
        a list with an empty element                 | Content-Length: 3,                          | CONTENT_LENGTH
        a semicolon                                  | Content-Length: 3;                          | CONTENT_LENGTH
        a superscript digit                          | Content-Length: ²                           | CONTENT_LENGTH
        19 digits                                    | Content-Length: 1000000000000000000         | CONTENT_LENGTH
        19 digits of which the first are zeros       | Content-Length: 0000000000000000003         | CONTENT_LENGTH
        2^64 and 3                                   | Content-Length: 18446744073709551619        | CONTENT_LENGTH
        two different lengths                        | Content-Length: 3⏎Content-Length: 4         | CONTENT_LENGTH_REPEATED
        two equal lengths                            | Content-Length: 3⏎content-length: 3         | CONTENT_LENGTH_REPEATED
        two lengths far from each other              | Content-Length: 3⏎A: b⏎Content-Length: 3    | CONTENT_LENGTH_REPEATED
        a length and a coding                        | Content-Length: 3⏎Transfer-Encoding: chunked| CODING_AND_LENGTH
        a coding and a length                        | Transfer-Encoding: chunked⏎Content-Length: 3| CODING_AND_LENGTH
        a coding and a length that is malformed      | Transfer-Encoding: chunked⏎Content-Length: x| CODING_AND_LENGTH
        an unknown coding and a length               | Transfer-Encoding: gzip⏎Content-Length: 0   | CODING_AND_LENGTH
        two codings of chunked in two fields         | Transfer-Encoding: chunked⏎Transfer-Encoding: chunked | TRANSFER_ENCODING
        a coding in another field                    | Transfer-Encoding: gzip⏎Transfer-Encoding: chunked    | TRANSFER_ENCODING
        an empty Transfer-Encoding                   | Transfer-Encoding:                          | TRANSFER_ENCODING
        chunked twice in a list                      | Transfer-Encoding: chunked, chunked         | TRANSFER_ENCODING
        chunked that is not the last                 | Transfer-Encoding: chunked, gzip            | TRANSFER_ENCODING
        a coding without chunked                     | Transfer-Encoding: gzip                     | TRANSFER_ENCODING
        the coding of old that means none            | Transfer-Encoding: identity                 | TRANSFER_ENCODING
        chunked with something before it             | Transfer-Encoding: xchunked                 | TRANSFER_ENCODING
        chunked with something behind it             | Transfer-Encoding: chunkedx                 | TRANSFER_ENCODING
        chunked with a comma                         | Transfer-Encoding: chunked,                 | TRANSFER_ENCODING
        chunked with a comma before it               | Transfer-Encoding: ,chunked                 | TRANSFER_ENCODING
        chunked with a parameter                     | Transfer-Encoding: chunked;q=1              | TRANSFER_ENCODING
        chunked in quotes                            | Transfer-Encoding: "chunked"                | TRANSFER_ENCODING
        chunked that is cut by a space               | Transfer-Encoding: chun ked                 | TRANSFER_ENCODING
        chunked with an octet over 0x7f              | Transfer-Encoding: chunkedé                | TRANSFER_ENCODING
        chunked behind a malformed coding            | Transfer-Encoding: (gzip), chunked          | TRANSFER_ENCODING
        chunked behind another coding                | Transfer-Encoding: gzip, chunked            | CODING_UNKNOWN
        chunked behind several, loosely set          | Transfer-Encoding: gzip ,x,␉CHUNKED         | CODING_UNKNOWN
        """)
    void of_a_request_is_refused_for(String sentence, String fields, Flaw flaw) {
        assertThat(Reading.flawOf(null, request(fields))).isEqualTo(flaw);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        chunked in HTTP/1.0                          | GET / HTTP/1.0⏎Transfer-Encoding: chunked⏎⏎            | CODING_IN_1_0
        chunked in HTTP/1.0 with a length            | GET / HTTP/1.0⏎Transfer-Encoding: chunked⏎Content-Length: 1⏎⏎ | CODING_IN_1_0
        CONNECT with a length                        | CONNECT h:1 HTTP/1.1⏎Host: h⏎Content-Length: 3⏎⏎       | CONNECT_WITH_BODY
        CONNECT with a length of zero                | CONNECT h:1 HTTP/1.1⏎Host: h⏎Content-Length: 0⏎⏎       | CONNECT_WITH_BODY
        CONNECT with a coding                        | CONNECT h:1 HTTP/1.1⏎Host: h⏎Transfer-Encoding: chunked⏎⏎ | CONNECT_WITH_BODY
        """)
    void of_such_a_request_is_refused_for(String sentence, String head, Flaw flaw) {
        assertThat(Reading.flawOf(null, Notation.octets(head))).isEqualTo(flaw);
    }

    private static String request(String fields) {
        return Notation.octets("POST / HTTP/1.1⏎Host: h⏎" + fields + "⏎⏎");
    }
}
