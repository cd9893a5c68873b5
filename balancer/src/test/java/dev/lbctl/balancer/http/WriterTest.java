package dev.lbctl.balancer.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.balancer.body.BodyWriter;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WriterTest {
    private final UnpooledByteBufAllocator alloc = new UnpooledByteBufAllocator(false);
    private final ByteBuf out = alloc.buffer();

    @AfterEach
    void nothing_is_kept() {
        out.release();
        assertThat(alloc.metric().usedHeapMemory()).isZero();
    }

    @Test
    void a_request_is_written_line_by_line() {
        HeadWriter.requestLine(out, "GET", "/a?b");
        HeadWriter.field(out, FieldName.HOST, "h:1");
        HeadWriter.field(out, "X-Own", "é");
        HeadWriter.field(out, FieldName.CONTENT_LENGTH, 120);
        HeadWriter.end(out);

        assertThat(written()).isEqualTo("GET /a?b HTTP/1.1⏎Host: h:1⏎X-Own: é⏎Content-Length: 120⏎⏎");
    }

    @ParameterizedTest
    @CsvSource({"200, OK, HTTP/1.1 200 OK⏎", "404, '', HTTP/1.1 404 ⏎", "101, A␉é, HTTP/1.1 101 A␉é⏎"})
    void a_status_line_has_a_space_before_its_reason(int status, String reason, String line) {
        HeadWriter.statusLine(out, status, Notation.octets(reason));

        assertThat(out.toString(ISO_8859_1)).isEqualTo(Notation.octets(line));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 9, 10, 99, 100, 12_345, 999_999_999_999_999_999L, Long.MAX_VALUE})
    void numbers_are_written_with_all_their_digits(long number) {
        HeadWriter.field(out, FieldName.CONTENT_LENGTH, number);

        assertThat(written()).isEqualTo("Content-Length: " + number + "⏎");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        A: b       | A: b
        a:b        | a: b
        A:␠␠b      | A: b
        A:␉b␠␉     | A: b
        A: b␠      | A: b
        A:         | A:␠
        A:␠        | A:␠
        A:␠␠       | A:␠
        A: b␠␠c    | A: b␠␠c
        """)
    void a_field_that_came_is_written_with_exactly_one_space(String came, String line) {
        byte[] bytes = Notation.octets(came + "⏎⏎").getBytes(ISO_8859_1);
        FieldScanner scanner = new FieldScanner(Reading.LIMITS);
        assertThat(scanner.scan(bytes, bytes.length)).isEqualTo(Progress.DONE);

        FieldLines.writeAll(scanner.fieldsOver(bytes), out);

        assertThat(out.toString(ISO_8859_1)).isEqualTo(Notation.octets(line + "⏎"));
    }

    @Test
    void a_character_is_an_octet_and_one_that_is_none_is_no_line_end() {
        HeadWriter.field(out, "A", "\u00e9\u00ff\u010a\u010d");

        assertThat(out.toString(ISO_8859_1)).isEqualTo("A: \u00e9\u00ff??\r\n");
    }

    @Test
    void lines_go_on_the_same_whichever_of_their_neighbours_do() {
        List<String> came = List.of("A: b", "C:d", "E: f", "G: h", "I:  j", "K: l ", "M: n");
        List<String> written = List.of("A: b", "C: d", "E: f", "G: h", "I: j", "K: l", "M: n");
        byte[] bytes = (String.join("\r\n", came) + "\r\n\r\n").getBytes(ISO_8859_1);
        FieldScanner scanner = new FieldScanner(Reading.LIMITS);
        assertThat(scanner.scan(bytes, bytes.length)).isEqualTo(Progress.DONE);
        Fields fields = scanner.fieldsOver(bytes);

        for (int chosen = 0; chosen < 1 << came.size(); chosen++) {
            BitSet goOn = BitSet.valueOf(new long[] {chosen});
            FieldLines lines = new FieldLines(fields, out.clear());
            goOn.stream().forEach(lines::add);
            lines.end();

            assertThat(out.toString(ISO_8859_1))
                    .isEqualTo(
                            goOn.stream().mapToObj(i -> written.get(i) + "\r\n").collect(Collectors.joining()));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "9, 9",
        "10, a",
        "15, f",
        "16, 10",
        "255, ff",
        "4095, fff",
        "4096, 1000",
        "4097, 1001",
        "65536, 10000"
    })
    void a_chunk_has_its_size_before_it_and_a_line_end_behind(int length, String size) {
        String data = "x".repeat(length);

        ByteBuf chunk = BodyWriter.piece(Framing.CHUNKED, alloc.buffer().writeBytes(data.getBytes(ISO_8859_1)));

        assertThat(chunk.toString(ISO_8859_1)).isEqualTo(size + "\r\n" + data + "\r\n");
        assertThat(chunk.release()).isTrue();
    }

    @Test
    void an_empty_piece_is_no_chunk_for_that_would_be_the_last() {
        ByteBuf piece = alloc.buffer();

        assertThat(BodyWriter.piece(Framing.CHUNKED, piece)).isSameAs(piece);
        assertThat(piece.release()).isTrue();
    }

    @Test
    void a_large_piece_is_not_copied() {
        ByteBuf piece = Unpooled.wrappedBuffer(new byte[4097]);
        ByteBuf chunk = BodyWriter.piece(Framing.CHUNKED, piece);

        piece.setByte(0, 'x');
        assertThat(chunk.getByte("1001\r\n".length())).isEqualTo((byte) 'x');
        assertThat(chunk.release()).isTrue();
        assertThat(piece.refCnt()).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = Framing.Kind.class,
            names = {"LENGTH", "CHUNKED", "UNTIL_CLOSE"})
    void a_small_piece_is_copied_and_lets_go_of_what_was_read_with_it(Framing.Kind kind) {
        ByteBuf piece = Unpooled.copiedBuffer("abc", ISO_8859_1);
        ByteBuf copy = BodyWriter.piece(new Framing(kind, 0), piece);

        assertThat(piece.refCnt()).isZero();
        assertThat(copy.toString(ISO_8859_1)).contains("abc");
        assertThat(copy.release()).isTrue();
    }

    @Test
    void a_large_piece_that_is_no_chunk_goes_on_as_it_is() {
        ByteBuf piece = Unpooled.wrappedBuffer(new byte[4097]);

        assertThat(BodyWriter.piece(Framing.UNTIL_CLOSE, piece)).isSameAs(piece);
        assertThat(piece.release()).isTrue();
    }

    @Test
    void the_last_chunk_carries_the_trailers() {
        BodyWriter.lastChunk(out, Fields.NONE);
        BodyWriter.lastChunk(out, Fields.of("A", "b", "C", ""));

        assertThat(written()).isEqualTo("0⏎⏎0⏎A: b⏎C: ⏎⏎");
    }

    private String written() {
        return out.toString(ISO_8859_1).replace("\r\n", "⏎");
    }
}
