package dev.lbctl.balancer.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.junit.jupiter.api.Test;

class RequestReaderTest {
    private final RequestReader reader = new RequestReader(new HeadLimits(8192, 32768, 100));

    @Test
    void two_requests_in_one_buffer_are_read_one_after_the_other() {
        ByteBuf in = Unpooled.copiedBuffer(
                "GET /a?b=c HTTP/1.1\r\nHost: here\r\nX-A:1 \r\n\r\nPOST / HTTP/1.1\r\nhost: h\r\nContent-Length: 3\r\n\r\nabc",
                ISO_8859_1);
        assertThat(reader.read(in)).isEqualTo(Progress.DONE);
        assertThat(reader.head().target()).isEqualTo("/a?b=c");
        assertThat(reader.head().path()).isEqualTo("/a");
        assertThat(reader.head().host()).isEqualTo("here");
        assertThat(reader.head().fields().first("x-a")).isEqualTo("1");
        assertThat(reader.hasBegun()).isFalse();
        assertThat(reader.read(in)).isEqualTo(Progress.DONE);
        assertThat(reader.head().framing()).isEqualTo(Framing.length(3));
        assertThat(in.toString(ISO_8859_1)).isEqualTo("abc");
        in.release();
    }
}
