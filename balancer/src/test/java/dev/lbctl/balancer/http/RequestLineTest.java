package dev.lbctl.balancer.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 9112, sections 2.3 and 3. */
class RequestLineTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '§', textBlock = """
        a method, a target and a version stand with one space between them | GET / HTTP/1.1         | GET / HTTP_1_1
        a method may be any token                                          | M-SEARCH / HTTP/1.1    | M-SEARCH / HTTP_1_1
        a method may have every character of a token           | !#$%&'*+-.^_`~09aZ / HTTP/1.1      | !#$%&'*+-.^_`~09aZ / HTTP_1_1
        a method in lower case is another method and passed on             | get / HTTP/1.1         | get / HTTP_1_1
        a method of one letter is one                                      | X / HTTP/1.1           | X / HTTP_1_1
        HTTP/1.0 is spoken                                                 | GET / HTTP/1.0         | GET / HTTP_1_0
        one empty line before it is skipped                                | ⏎GET / HTTP/1.1        | GET / HTTP_1_1
        a target with every visible character is passed on as it is | GET /!"$%&'()*+,-./:;<=>?@[\\]^_`{}~ HTTP/1.1 | GET /!"$%&'()*+,-./:;<=>?@[\\]^_`{}~ HTTP_1_1
        """)
    void is_accepted_when(String sentence, String line, String read) {
        assertThat(Reading.ofRequests(withFields(line)).only().start()).isEqualTo(read);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '§', textBlock = """
        # shape
        two spaces between method and target            | GET  / HTTP/1.1            | REQUEST_LINE
        two spaces between target and version           | GET /  HTTP/1.1            | REQUEST_LINE
        a space at the end                              | GET / HTTP/1.1␠            | REQUEST_LINE
        a space inside the target                       | GET /a b HTTP/1.1          | REQUEST_LINE
        a HTAB instead of a space                       | GET␉/ HTTP/1.1             | CONTROL_OCTET
        a vertical tab instead of a space               | GET␋/ HTTP/1.1             | CONTROL_OCTET
        a form feed instead of a space                  | GET /␌HTTP/1.1             | CONTROL_OCTET
        no version, as in HTTP/0.9                      | GET /                      | REQUEST_LINE
        a method alone                                  | GET                        | REQUEST_LINE
        a method and a space                            | GET␠                       | REQUEST_LINE
        a target that is missing                        | GET HTTP/1.1               | REQUEST_LINE
        nothing but spaces behind the method            | GET␠␠␠                     | REQUEST_LINE
        # method
        a space before the method                       | ␠GET / HTTP/1.1            | METHOD
        a colon in the method                           | GE:T / HTTP/1.1            | METHOD
        a method in brackets                            | (GET) / HTTP/1.1           | METHOD
        a comma in the method                           | GET,POST / HTTP/1.1        | METHOD
        an octet over 0x7f in the method                | GÉT / HTTP/1.1             | NOT_ASCII
        a NUL in the method                             | GE␀T / HTTP/1.1            | CONTROL_OCTET
        the first octet of a TLS handshake              | ␖␃␁                        | CONTROL_OCTET
        the first octet of an SSHv1 or proxy v2 header  | ␀                          | CONTROL_OCTET
        a DEL in the method                             | GET␡ / HTTP/1.1            | CONTROL_OCTET
        # version
        HTTP/2.0                                        | GET / HTTP/2.0             | VERSION
        HTTP/1.2                                        | GET / HTTP/1.2             | VERSION
        HTTP/0.9                                        | GET / HTTP/0.9             | VERSION
        the preface of HTTP/2                           | PRI * HTTP/2.0             | VERSION
        a version in lower case                         | GET / http/1.1             | REQUEST_LINE
        another protocol                                | GET / HTTPS/1.1            | REQUEST_LINE
        a version with two digits                       | GET / HTTP/1.10            | REQUEST_LINE
        a version with a leading zero                   | GET / HTTP/01.1            | REQUEST_LINE
        a version without a minor number                | GET / HTTP/1               | REQUEST_LINE
        a version with a comma                          | GET / HTTP/1,1             | REQUEST_LINE
        a version with another slash                    | GET / HTTP\\1.1          | REQUEST_LINE
        # octets of the target
        a NUL in the target                             | GET /␀ HTTP/1.1            | CONTROL_OCTET
        a DEL in the target                             | GET /␡ HTTP/1.1            | CONTROL_OCTET
        an octet over 0x7f in the target                | GET /ü HTTP/1.1            | NOT_ASCII
        """)
    void is_refused_for(String sentence, String line, Flaw flaw) {
        assertThat(Reading.flawOf(null, withFields(line))).isEqualTo(flaw);
    }

    private static String withFields(String line) {
        return Notation.octets(line + "⏎Host: h⏎⏎");
    }
}
