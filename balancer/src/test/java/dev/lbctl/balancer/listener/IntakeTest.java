package dev.lbctl.balancer.listener;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.balancer.http.Fields;
import dev.lbctl.balancer.http.Flaw;
import dev.lbctl.balancer.http.HeadLimits;
import dev.lbctl.balancer.http.RequestHead;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of a client's bytes until they are a request, and what they cost meanwhile. */
class IntakeTest {
    private final UnpooledByteBufAllocator allocator = new UnpooledByteBufAllocator(false);
    private final List<String> told = new ArrayList<>();
    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final Intake intake = new Intake(new Eager(), new HeadLimits(8_000, 32_000, 100), channel);

    IntakeTest() {
        channel.config().setAllocator(allocator);
    }

    /** Wants whatever there is, at once. */
    private final class Eager implements Intake.Taker {
        @Override
        public void head(RequestHead head) {
            told.add(head.target());
            intake.wantPiece();
            intake.next();
        }

        @Override
        public void piece(ByteBuf piece) {
            told.add(piece.toString(StandardCharsets.ISO_8859_1));
            piece.release();
            intake.wantPiece();
        }

        @Override
        public void end(Fields trailers) {
            told.add("end");
            intake.next();
        }

        @Override
        public void caughtUp() {
            told.add("caught up");
        }

        @Override
        public void flawed(Flaw flaw) {
            told.add(flaw.name());
        }
    }

    private void receive(String bytes) {
        intake.add(allocator.buffer().writeBytes(bytes.getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void requests_that_never_end_where_a_read_ends_do_not_pile_up() {
        String request = "GET / HTTP/1.1\r\nHost: a\r\nX: " + "y".repeat(1_000) + "\r\n\r\n";
        receive(request.substring(0, 500));
        for (int i = 0; i < 1_000; i++) {
            receive(request.substring(500) + request.substring(0, 500));
        }

        assertThat(told).filteredOn("/"::equals).hasSize(1_000);
        assertThat(allocator.metric().usedHeapMemory()).isLessThan(16_000);
    }

    @Test
    void chunks_that_came_together_are_told_together() {
        receive("PUT / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n1\r\nb\r\n1");
        receive("\r\nc\r\n0\r\n\r\n");

        assertThat(told).containsExactly("/", "a", "b", "caught up", "c", "end", "caught up");
    }
}
