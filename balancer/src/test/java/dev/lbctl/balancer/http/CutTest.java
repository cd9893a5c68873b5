package dev.lbctl.balancer.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read does not depend on where the network cut it: at one byte boundary, at each one in turn, or at all of them. */
class CutTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '§', textBlock = """
        # sentence | the method that was sent to a backend, none for a client's bytes | messages | octets
        a request without a body            |  | 1 | GET / HTTP/1.1⏎Host: h⏎⏎
        a request of HTTP/1.0               |  | 1 | GET / HTTP/1.0⏎Host: h⏎⏎
        a request behind an empty line      |  | 1 | ⏎GET / HTTP/1.1⏎Host: h⏎⏎
        a request of a browser              |  | 1 | GET /a/b.html?q=%20&r HTTP/1.1⏎Host: www.example.com:8080⏎User-Agent: Mozilla/5.0 (X11; x86_64)⏎Accept: text/html,*/*;q=0.8⏎Accept-Language: de,en;q=0.5⏎Cookie: a=b; c="d"⏎Connection: keep-alive⏎⏎
        a request in absolute-form          |  | 1 | GET http://[::1]:80/a?b HTTP/1.1⏎Host: [::1]:80⏎⏎
        a request to the server as a whole  |  | 1 | OPTIONS * HTTP/1.1⏎Host: h⏎⏎
        a request for a tunnel              |  | 1 | CONNECT h:443 HTTP/1.1⏎Host: h:443⏎⏎␖␃␁⏎⏎
        blanks and octets in values         |  | 1 | GET / HTTP/1.1⏎Host:h⏎A:␉␠b␠␉c␠␉⏎B:⏎C: é⏎⏎
        a request with a length             |  | 1 | POST / HTTP/1.1⏎Host: h⏎Content-Length: 5⏎⏎a⏎␀é
        a request with a length of zero     |  | 1 | POST / HTTP/1.1⏎Host: h⏎Content-Length: 0⏎⏎
        a request in chunks                 |  | 1 | POST / HTTP/1.1⏎Host: h⏎Transfer-Encoding: chunked⏎⏎3⏎abc⏎0A⏎0123456789⏎0⏎⏎
        a request in no chunk               |  | 1 | POST / HTTP/1.1⏎Host: h⏎Transfer-Encoding: chunked⏎⏎0⏎⏎
        chunks with extensions              |  | 1 | POST / HTTP/1.1⏎Host: h⏎Transfer-Encoding: chunked⏎⏎3;a;b=c␠;␉d␠=␠"e\\"\\\\;é"⏎abc⏎0;f⏎⏎
        chunks with trailers                |  | 1 | POST / HTTP/1.1⏎Host: h⏎Transfer-Encoding: chunked⏎⏎2⏎⏎⏎0⏎A:b␠⏎C: d⏎⏎
        a request that waits for a word     |  | 1 | PUT / HTTP/1.1⏎Host: h⏎Expect: 100-continue⏎Content-Length: 1⏎⏎a
        two requests                        |  | 2 | GET /a HTTP/1.1⏎Host: h⏎⏎GET /b HTTP/1.1⏎Host: h⏎⏎
        two requests and an empty line      |  | 2 | POST / HTTP/1.1⏎Host: h⏎Content-Length: 1⏎⏎a⏎GET /b HTTP/1.1⏎Host: h⏎⏎
        two requests with lengths           |  | 2 | POST / HTTP/1.1⏎Host: h⏎Content-Length: 3⏎⏎GETPOST / HTTP/1.1⏎Host: h⏎Content-Length: 1⏎⏎a
        two requests in chunks              |  | 2 | POST / HTTP/1.1⏎Host: h⏎Transfer-Encoding: chunked⏎⏎1⏎a⏎0⏎A: b⏎⏎POST / HTTP/1.1⏎Host: h⏎Transfer-Encoding: chunked⏎⏎1;x⏎b⏎0⏎⏎
        three requests of each kind         |  | 3 | POST / HTTP/1.1⏎Host: h⏎Transfer-Encoding: chunked⏎⏎1⏎a⏎0⏎⏎GET / HTTP/1.1⏎Host: h⏎⏎PUT / HTTP/1.1⏎Host: h⏎Content-Length: 1⏎⏎0
        a request and the half of another   |  | 1 | GET /a HTTP/1.1⏎Host: h⏎⏎GET /b HTTP/1.1⏎Ho
        a response with a length            | GET     | 1 | HTTP/1.1 200 OK⏎Content-Length: 3⏎⏎abc
        a response until the close          | GET     | 1 | HTTP/1.0 200 OK⏎A: b⏎⏎a⏎⏎HTTP/1.1 200 OK
        a response in chunks                | GET     | 1 | HTTP/1.1 200 Là␉OK⏎Transfer-Encoding: chunked⏎⏎4;a="b"⏎a⏎b⏎0⏎Server-Timing: a⏎⏎
        a response without a reason         | GET     | 1 | HTTP/1.1 404⏎Content-Length: 0⏎⏎
        a response without a body           | GET     | 2 | HTTP/1.1 204 No Content⏎⏎HTTP/1.1 304 Not Modified⏎Content-Length: 9⏎⏎
        responses to HEAD                   | HEAD    | 2 | HTTP/1.1 200 OK⏎Content-Length: 3⏎⏎HTTP/1.1 200 OK⏎Transfer-Encoding: chunked⏎⏎
        an interim response and the final   | POST    | 3 | HTTP/1.1 100 Continue⏎⏎HTTP/1.1 103 x⏎Link: </a>⏎⏎HTTP/1.1 200 OK⏎Content-Length: 1⏎⏎a
        a response that switches protocols  | GET     | 1 | HTTP/1.1 101 x⏎Upgrade: websocket⏎Connection: upgrade⏎⏎␁␂⏎⏎
        a response that opens a tunnel      | CONNECT | 1 | HTTP/1.1 200 OK⏎Content-Length: 3⏎⏎␖␃␁
        """)
    void a_sound_message_is_read_alike_wherever_it_is_cut(
            String sentence, @Nullable String requestMethod, int messages, String written) {
        Reading whole = readAlike(requestMethod, Notation.octets(written));

        assertThat(whole.flaw()).isNull();
        assertThat(whole.messages()).hasSize(messages);
        for (Message message : whole.messages()) {
            assertThat(read(requestMethod, message.rewritten())
                            .messages()
                            .get(0)
                            .rewritten())
                    .isEqualTo(message.rewritten());
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '§', textBlock = """
        a bare LF                           |      | BARE_LF             | GET / HTTP/1.1␊Host: h⏎⏎
        a bare CR                           |      | BARE_CR             | GET / HTTP/1.1⏎Host: h␍␍⏎
        a second empty line                 |      | EMPTY_LINES         | ⏎⏎GET / HTTP/1.1⏎Host: h⏎⏎
        another version                     |      | VERSION             | GET / HTTP/2.0⏎Host: h⏎⏎
        a malformed line                    |      | REQUEST_LINE        | GET /  HTTP/1.1⏎Host: h⏎⏎
        a malformed target                  |      | TARGET              | GET a HTTP/1.1⏎Host: h⏎⏎
        a control character                 |      | CONTROL_OCTET       | GET / HTTP/1.1⏎Host: h⏎A: ␀⏎⏎
        a folded line                       |      | FOLDED_LINE         | GET / HTTP/1.1⏎Host: h⏎A: b⏎ c⏎⏎
        a space before a colon              |      | SPACE_BEFORE_COLON  | GET / HTTP/1.1⏎Host : h⏎⏎
        a line without a colon              |      | NO_COLON            | GET / HTTP/1.1⏎Host⏎⏎
        no host                             |      | HOST_MISSING        | GET / HTTP/1.1⏎A: b⏎⏎
        two hosts                           |      | HOST_REPEATED       | GET / HTTP/1.1⏎Host: a⏎Host: b⏎⏎
        two lengths                         |      | CONTENT_LENGTH_REPEATED | POST / HTTP/1.1⏎Host: h⏎Content-Length: 1⏎Content-Length: 1⏎⏎a
        a coding and a length               |      | CODING_AND_LENGTH   | POST / HTTP/1.1⏎Host: h⏎Content-Length: 5⏎Transfer-Encoding: chunked⏎⏎0⏎⏎
        a malformed chunk size              |      | CHUNK_SIZE          | POST / HTTP/1.1⏎Host: h⏎Transfer-Encoding: chunked⏎⏎1⏎a⏎x⏎b⏎0⏎⏎
        a malformed extension               |      | CHUNK_EXTENSION     | POST / HTTP/1.1⏎Host: h⏎Transfer-Encoding: chunked⏎⏎1;a="b⏎a⏎0⏎⏎
        a malformed end of a chunk          |      | CHUNK_END           | POST / HTTP/1.1⏎Host: h⏎Transfer-Encoding: chunked⏎⏎1⏎ab⏎0⏎⏎
        a forbidden trailer                 |      | FORBIDDEN_TRAILER   | POST / HTTP/1.1⏎Host: h⏎Transfer-Encoding: chunked⏎⏎0⏎Host: a⏎⏎
        a folded trailer                    |      | FOLDED_LINE         | POST / HTTP/1.1⏎Host: h⏎Transfer-Encoding: chunked⏎⏎0⏎A: a⏎␉b⏎⏎
        a malformed request behind a sound  |      | METHOD              | GET / HTTP/1.1⏎Host: h⏎⏎{}
        a malformed request behind a body   |      | CONTROL_OCTET       | POST / HTTP/1.1⏎Host: h⏎Content-Length: 1⏎⏎a␀
        a malformed status line             | GET  | STATUS_LINE         | HTTP/1.1 2000 OK⏎⏎
        a malformed response behind a sound | GET  | STATUS_LINE         | HTTP/1.1 200 OK⏎Content-Length: 1⏎⏎abHTTP/1.1 200 OK⏎⏎
        a malformed response behind interim | POST | CODING_IN_1_0       | HTTP/1.1 100 x⏎⏎HTTP/1.0 200 OK⏎Transfer-Encoding: chunked⏎⏎
        a body behind a response to HEAD    | HEAD | STATUS_LINE         | HTTP/1.1 200 OK⏎Content-Length: 3⏎⏎abc
        """)
    void a_flawed_message_is_refused_alike_wherever_it_is_cut(
            String sentence, @Nullable String requestMethod, Flaw flaw, String written) {
        assertThat(readAlike(requestMethod, Notation.octets(written)).flaw()).isEqualTo(flaw);
    }

    private static Reading readAlike(@Nullable String requestMethod, String octets) {
        Reading whole = read(requestMethod, octets);
        for (int cut = 0; cut <= octets.length(); cut++) {
            assertThat(read(requestMethod, octets, cut)).as("cut at %d", cut).isEqualTo(whole);
            for (int second = cut; second <= octets.length(); second += 7) {
                assertThat(read(requestMethod, octets, cut, second))
                        .as("cut at %d and %d", cut, second)
                        .isEqualTo(whole);
            }
        }
        assertThat(Reading.byteByByte(requestMethod, octets)).as("byte by byte").isEqualTo(whole);
        return whole;
    }

    private static Reading read(@Nullable String requestMethod, String octets, int... cuts) {
        return new Wire(requestMethod).read(octets, cuts);
    }
}
