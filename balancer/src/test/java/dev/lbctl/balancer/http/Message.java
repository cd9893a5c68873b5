package dev.lbctl.balancer.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.lbctl.balancer.body.BodyWriter;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** One message as it was read, to be compared, and to be written again. */
record Message(
        String start, Framing framing, List<String> fields, String body, List<String> trailers, String rewritten) {

    static Message of(ByteBufAllocator alloc, RequestHead head, String body, Fields trailers) {
        ByteBuf out = alloc.buffer();
        HeadWriter.requestLine(out, head.method(), head.target());
        String start = head.method() + " " + head.target() + " " + head.version();
        return written(start, out, new Rest(head.fields(), head.framing(), body, trailers));
    }

    static Message of(ByteBufAllocator alloc, ResponseHead head, String body, Fields trailers) {
        ByteBuf out = alloc.buffer();
        HeadWriter.statusLine(out, head.status(), head.reason());
        String start = head.version() + " " + head.status() + " " + head.reason();
        return written(start, out, new Rest(head.fields(), head.framing(), body, trailers));
    }

    static List<String> lines(Fields fields) {
        List<String> lines = new ArrayList<>();
        IntStream.range(0, fields.size()).forEach(i -> lines.add(fields.name(i) + "=" + fields.value(i)));
        return lines;
    }

    private record Rest(Fields fields, Framing framing, String body, Fields trailers) {}

    private static Message written(String start, ByteBuf out, Rest rest) {
        FieldLines.writeAll(rest.fields, out);
        HeadWriter.end(out);
        ByteBuf piece = ByteBufUtil.encodeString(out.alloc(), CharBuffer.wrap(rest.body), ISO_8859_1);
        ByteBuf framed = BodyWriter.piece(rest.framing, piece);
        out.writeBytes(framed);
        framed.release();
        if (rest.framing.kind() == Framing.Kind.CHUNKED) {
            BodyWriter.lastChunk(out, rest.trailers);
        }
        String rewritten = out.toString(ISO_8859_1);
        out.release();
        return new Message(start, rest.framing, lines(rest.fields), rest.body, lines(rest.trailers), rewritten);
    }
}
