package dev.lbctl.balancer.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.balancer.head.RequestReader;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestReaderTest {
    private static final HeadLimits SMALL = new HeadLimits(14, 40, 3);

    private final RequestReader reader = new RequestReader(Reading.LIMITS);
    private final ByteBuf in = Unpooled.buffer();

    @AfterEach
    void release() {
        assertThat(in.release()).isTrue();
    }

    @Test
    void requests_in_one_buffer_are_read_one_after_the_other() {
        receive("GET /a HTTP/1.1⏎Host: a⏎⏎POST /b HTTP/1.1⏎Host: b⏎Content-Length: 3⏎⏎abc");

        assertThat(reader.read(in)).isEqualTo(Progress.DONE);
        assertThat(reader.head().target()).isEqualTo("/a");
        assertThat(reader.read(in)).isEqualTo(Progress.DONE);
        assertThat(reader.head().host()).isEqualTo("b");
        assertThat(in.toString(ISO_8859_1)).isEqualTo("abc");
    }

    @Test
    void nothing_is_consumed_before_the_head_is_whole() {
        receive("GET / HTTP/1.1⏎Host: h⏎");

        assertThat(reader.read(in)).isEqualTo(Progress.MORE);
        assertThat(in.readerIndex()).isZero();
        receive("⏎next");
        assertThat(reader.read(in)).isEqualTo(Progress.DONE);
        assertThat(in.toString(ISO_8859_1)).isEqualTo("next");
    }

    @Test
    void the_unread_bytes_may_move_to_another_buffer_meanwhile() {
        receive("GET / HTTP/1.1⏎Ho");
        assertThat(reader.read(in)).isEqualTo(Progress.MORE);
        ByteBuf moved = Unpooled.copiedBuffer("past" + in.toString(ISO_8859_1) + "st: h\r\n\r\n", ISO_8859_1);

        assertThat(reader.read(moved.skipBytes("past".length()))).isEqualTo(Progress.DONE);
        assertThat(reader.head().host()).isEqualTo("h");
        assertThat(moved.isReadable()).isFalse();
        assertThat(moved.release()).isTrue();
    }

    @Test
    void a_head_of_many_blocks_is_read_as_one() {
        String long1 = "x".repeat(3000);
        receive("GET /" + long1 + " HTTP/1.1⏎Host: h⏎A: " + long1 + "⏎B: " + long1 + "⏎⏎rest");

        assertThat(reader.read(in)).isEqualTo(Progress.DONE);
        assertThat(reader.head().fields().first("b")).isEqualTo(long1);
        assertThat(in.toString(ISO_8859_1)).isEqualTo("rest");
    }

    @Test
    void a_request_begins_with_the_first_byte_of_its_line() {
        assertThat(reader.read(in)).isEqualTo(Progress.MORE);
        assertThat(reader.hasBegun()).isFalse();
        receive("⏎");
        assertThat(reader.read(in)).isEqualTo(Progress.MORE);
        assertThat(reader.hasBegun()).isFalse();
        receive("G");
        assertThat(reader.read(in)).isEqualTo(Progress.MORE);
        assertThat(reader.hasBegun()).isTrue();
        receive("ET / HTTP/1.1⏎Host: h⏎⏎");
        assertThat(reader.read(in)).isEqualTo(Progress.DONE);
        assertThat(reader.hasBegun()).isFalse();
    }

    @Test
    void a_refusal_is_for_good() {
        receive("GET / HTTP/1.1⏎⏎");
        assertThat(reader.read(in)).isEqualTo(Progress.REFUSED);
        receive("GET / HTTP/1.1⏎Host: h⏎⏎");

        assertThat(reader.read(in)).isEqualTo(Progress.REFUSED);
        assertThat(reader.flaw()).isEqualTo(Flaw.HOST_MISSING);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        the first byte of a TLS handshake       | ␖                                | CONTROL_OCTET
        a byte that begins no method            | {                                | METHOD
        a bare LF before a request line         | ␊                                | BARE_LF
        a bare CR before a request line         | ␍G                               | BARE_CR
        a second empty line                     | ⏎␍                               | EMPTY_LINES
        a bare LF behind an empty line          | ⏎␊                               | BARE_LF
        a bare LF behind a request line         | GET / HTTP/1.1␊                  | BARE_LF
        a bare CR behind a request line         | GET / HTTP/1.1␍␍                 | BARE_CR
        a request line with another version     | GET / HTTP/3.0⏎                  | VERSION
        a target without a form                 | GET a HTTP/1.1⏎                  | TARGET
        a blank before the first field          | GET / HTTP/1.1⏎␠                 | FOLDED_LINE
        a blank before a colon                  | GET / HTTP/1.1⏎Host␠             | SPACE_BEFORE_COLON
        a line end instead of a colon           | GET / HTTP/1.1⏎Host␍             | NO_COLON
        a bare LF behind a field                | GET / HTTP/1.1⏎A: b␊             | BARE_LF
        a bare LF instead of the empty line     | GET / HTTP/1.1⏎A: b⏎␊            | BARE_LF
        a bare CR instead of the empty line     | GET / HTTP/1.1⏎A: b⏎␍x           | BARE_CR
        a NUL in a value                        | GET / HTTP/1.1⏎A: ␀              | CONTROL_OCTET
        """)
    void a_flaw_is_told_as_soon_as_it_is_seen(String sentence, String start, Flaw flaw) {
        String octets = Notation.octets(start);
        receive(start);
        in.writerIndex(octets.length() - 1);
        assertThat(reader.read(in)).isEqualTo(Progress.MORE);

        assertThat(reader.read(in.writerIndex(octets.length()))).isEqualTo(Progress.REFUSED);
        assertThat(reader.flaw()).isEqualTo(flaw);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        a line of 14 bytes                          | GET / HTTP/1.0⏎A: b⏎⏎                                   | DONE
        a line of 15 bytes                          | GET /a HTTP/1.0⏎                                        | LINE_TOO_LONG
        a line of 15 bytes that has not ended       | GET /aaaaaaaaaa                                         | LINE_TOO_LONG
        a line of 14 bytes behind an empty one      | ⏎GET / HTTP/1.0⏎⏎                                       | DONE
        a method without an end                     | AAAAAAAAAAAAAAA                                         | LINE_TOO_LONG
        a section of 40 bytes                       | GET / HTTP/1.0⏎A: 456789012345678901234567890123456⏎⏎   | DONE
        a section of 41 bytes                       | GET / HTTP/1.0⏎A: 4567890123456789012345678901234567⏎⏎  | HEADERS_TOO_LARGE
        a section that does not end                 | GET / HTTP/1.0⏎A: 45678901234567890123456789012345678901| HEADERS_TOO_LARGE
        a name that does not end                    | GET / HTTP/1.0⏎A1234567890123456789012345678901234567890| HEADERS_TOO_LARGE
        three fields                                | GET / HTTP/1.0⏎A:⏎B:⏎C:⏎⏎                               | DONE
        four fields                                 | GET / HTTP/1.0⏎A:⏎B:⏎C:⏎D                               | HEADERS_TOO_LARGE
        """)
    void limits_hold_to_the_byte_and_the_field(String sentence, String head, String outcome) {
        for (boolean atOnce : new boolean[] {true, false}) {
            RequestReader small = new RequestReader(SMALL);
            ByteBuf bytes = Unpooled.copiedBuffer(Notation.octets(head), ISO_8859_1);
            int end = bytes.writerIndex();
            Progress progress = Progress.MORE;
            for (int shown = atOnce ? end : 1; shown <= end && progress == Progress.MORE; shown++) {
                progress = small.read(bytes.writerIndex(shown));
            }
            assertThat(progress == Progress.DONE ? "DONE" : small.flaw().name()).isEqualTo(outcome);
            bytes.release();
        }
    }

    private void receive(String written) {
        in.writeCharSequence(Notation.octets(written), ISO_8859_1);
    }
}
