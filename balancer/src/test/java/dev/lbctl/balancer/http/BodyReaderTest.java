package dev.lbctl.balancer.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.balancer.body.BodyReader;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BodyReaderTest {
    private final BodyReader body = new BodyReader(Reading.LIMITS);
    private final ByteBuf in = Unpooled.buffer();

    @AfterEach
    void release() {
        assertThat(in.release()).isTrue();
    }

    @Test
    void without_a_body_nothing_is_read() {
        body.begin(Framing.NONE);
        receive("GET /");

        assertThat(body.read(in)).isNull();
        assertThat(body.isDone()).isTrue();
        assertThat(in.readerIndex()).isZero();
    }

    @Test
    void a_length_of_zero_is_done_at_once() {
        body.begin(Framing.length(0));

        assertThat(body.isDone()).isTrue();
        assertThat(body.inputClosed()).isTrue();
    }

    @Test
    void a_length_is_read_in_the_pieces_that_arrive_and_no_byte_more() {
        body.begin(Framing.length(5));
        assertThat(body.read(in)).isNull();
        receive("abc");
        assertThat(next()).isEqualTo("abc");
        assertThat(body.isDone()).isFalse();
        receive("defgh");

        assertThat(next()).isEqualTo("de");
        assertThat(body.isDone()).isTrue();
        assertThat(body.read(in)).isNull();
        assertThat(in.toString(ISO_8859_1)).isEqualTo("fgh");
    }

    @Test
    void a_length_that_the_peer_did_not_keep_is_not_whole() {
        body.begin(Framing.length(5));
        receive("abc");
        next();

        assertThat(body.inputClosed()).isFalse();
        assertThat(body.isDone()).isFalse();
    }

    @Test
    void a_length_over_the_largest_int_is_read_piece_by_piece() {
        body.begin(Framing.length(1L << 40));
        receive("abc");

        assertThat(next()).isEqualTo("abc");
        assertThat(body.isDone()).isFalse();
    }

    @Test
    void what_lasts_until_the_close_is_whole_with_it() {
        body.begin(Framing.UNTIL_CLOSE);
        receive("abc");

        assertThat(next()).isEqualTo("abc");
        assertThat(body.isDone()).isFalse();
        assertThat(body.inputClosed()).isTrue();
        assertThat(body.isDone()).isTrue();
    }

    @Test
    void chunks_are_not_whole_when_the_peer_closes_before_the_last() {
        body.begin(Framing.CHUNKED);
        receive("3⏎abc⏎0⏎");
        next();

        assertThat(body.read(in)).isNull();
        assertThat(body.inputClosed()).isFalse();
    }

    @Test
    void a_chunk_is_answered_as_far_as_it_has_arrived() {
        body.begin(Framing.CHUNKED);
        receive("5⏎abc");
        assertThat(next()).isEqualTo("abc");
        assertThat(body.read(in)).isNull();
        receive("de⏎1⏎f");

        assertThat(next()).isEqualTo("de");
        assertThat(next()).isEqualTo("f");
    }

    @Test
    void a_refused_body_stays_refused_until_another_begins() {
        body.begin(Framing.CHUNKED);
        receive("x");
        assertThat(body.read(in)).isNull();
        assertThat(body.flaw()).isEqualTo(Flaw.CHUNK_SIZE);
        receive("3⏎abc⏎0⏎⏎");
        assertThat(body.read(in)).isNull();
        assertThat(body.isDone()).isFalse();
        assertThat(body.inputClosed()).isFalse();

        body.begin(Framing.CHUNKED);
        assertThat(body.flaw()).isNull();
        assertThat(next()).isEqualTo("abc");
    }

    @Test
    void a_body_begins_anew_wherever_the_last_one_was_left() {
        for (String left :
                new String[] {"", "3", "3;a=\"", "3\r", "3⏎a", "3⏎abc", "3⏎abc\r", "0⏎", "0⏎A: b", "0⏎A: b⏎C: d⏎\r"}) {
            body.begin(Framing.CHUNKED);
            receive(left);
            for (ByteBuf piece = body.read(in); piece != null; piece = body.read(in)) {
                piece.release();
            }
            body.begin(Framing.CHUNKED);
            receive("3⏎xyz⏎0⏎T: u⏎⏎");

            assertThat(next()).isEqualTo("xyz");
            assertThat(body.read(in)).isNull();
            assertThat(body.isDone()).isTrue();
            assertThat(Message.lines(body.trailers())).containsExactly("T=u");
        }
    }

    @Test
    void a_piece_is_no_copy() {
        body.begin(Framing.length(3));
        receive("abc");
        ByteBuf piece = Objects.requireNonNull(body.read(in));

        in.setByte(0, 'x');
        assertThat(piece.toString(ISO_8859_1)).isEqualTo("xbc");
        assertThat(piece.release()).isFalse();
    }

    private String next() {
        ByteBuf piece = Objects.requireNonNull(body.read(in));
        String text = piece.toString(ISO_8859_1);
        piece.release();
        return text;
    }

    private void receive(String written) {
        in.writeCharSequence(Notation.octets(written), ISO_8859_1);
    }
}
