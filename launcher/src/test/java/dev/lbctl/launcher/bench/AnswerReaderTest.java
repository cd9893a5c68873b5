package dev.lbctl.launcher.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.launcher.bench.AnswerReader.Progress;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerReaderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello",
                "HTTP/1.1 200\r\nTransfer-Encoding: chunked\r\n\r\n3;x=y\r\nhel\r\n2\r\nlo\r\n0\r\nA: b\r\n\r\n",
                "HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n",
                "HTTP/1.1 304 Not Modified\r\nContent-Length: 5\r\n\r\n",
                "HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n"
            })
    void an_answer_ends_where_its_head_says_however_it_is_cut(String answer) {
        AnswerReader reader = new AnswerReader(false);
        for (int round = 0; round < 2; round++) {
            for (int at = 0; at < answer.length(); at++) {
                Progress expected = at == answer.length() - 1 ? Progress.DONE : Progress.MORE;
                assertThat(reader.take(bytes(answer.substring(at, at + 1)))).isEqualTo(expected);
            }
            assertThat(reader.keeps()).isTrue();
        }
    }

    @Test
    void an_answer_without_a_length_ends_with_its_connection() {
        AnswerReader reader = new AnswerReader(false);
        assertThat(reader.take(bytes("HTTP/1.1 502 Bad Gateway\r\n\r\nhel"))).isEqualTo(Progress.MORE);
        assertThat(reader.end()).isEqualTo(Progress.DONE);
        assertThat(reader.status()).isEqualTo(502);
        assertThat(reader.keeps()).isFalse();
    }

    @Test
    void an_answer_that_is_not_whole_is_broken_by_the_end() {
        AnswerReader reader = new AnswerReader(false);
        reader.take(bytes("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhel"));
        assertThat(reader.end()).isEqualTo(Progress.BROKEN);
    }

    @Test
    void an_answer_to_head_has_no_body() {
        assertThat(new AnswerReader(true).take(bytes("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n")))
                .isEqualTo(Progress.DONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SSH-2.0\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: x\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nz\r\n"
            })
    void what_is_no_answer_is_broken(String text) {
        assertThat(new AnswerReader(false).take(bytes(text))).isEqualTo(Progress.BROKEN);
    }

    @Test
    void a_connection_is_kept_as_the_answer_says() {
        AnswerReader reader = new AnswerReader(false);
        reader.take(bytes("HTTP/1.1 204 x\r\nConnection: close\r\n\r\n"));
        assertThat(reader.keeps()).isFalse();
        reader.take(bytes("HTTP/1.0 204 x\r\nConnection: keep-alive\r\n\r\n"));
        assertThat(reader.keeps()).isTrue();
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(ISO_8859_1));
    }
}
