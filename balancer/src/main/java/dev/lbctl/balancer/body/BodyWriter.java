package dev.lbctl.balancer.body;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.lbctl.balancer.http.FieldLines;
import dev.lbctl.balancer.http.Fields;
import dev.lbctl.balancer.http.Framing;
import dev.lbctl.balancer.http.HeadWriter;
import io.netty.buffer.ByteBuf;

/** Frames the pieces of a body (RFC 9112, section 7.1): each of a chunked one is a chunk. */
public final class BodyWriter {
    /**
     * Up to here a piece is copied, which costs little beside its sending: one that waits for a slow reader holds on to nothing but
     * its own bytes, and a chunk needs no composite with three components.
     */
    private static final int COPIED = 4096;

    private static final int MOST_OVERHEAD = "7fffffff\r\n\r\n".length();
    private static final byte[] LAST_CHUNK = "0\r\n".getBytes(ISO_8859_1);

    private BodyWriter() {}

    /** A piece, which it takes over, of a body with such a framing. An empty one stays as it is: an empty chunk would end the body. */
    public static ByteBuf piece(Framing framing, ByteBuf piece) {
        int length = piece.readableBytes();
        boolean copied = length <= COPIED;
        if (length == 0) {
            return piece;
        }
        return framing.kind() == Framing.Kind.CHUNKED ? chunk(piece, copied) : copied ? copy(piece) : piece;
    }

    private static ByteBuf copy(ByteBuf piece) {
        ByteBuf copy = piece.alloc().buffer(piece.readableBytes()).writeBytes(piece);
        piece.release();
        return copy;
    }

    private static ByteBuf chunk(ByteBuf piece, boolean copied) {
        int length = piece.readableBytes();
        ByteBuf line = piece.alloc().buffer(copied ? length + MOST_OVERHEAD : MOST_OVERHEAD);
        writeHex(line, length);
        line.writeShort(HeadWriter.CRLF);
        if (copied) {
            line.writeBytes(piece).writeShort(HeadWriter.CRLF);
            piece.release();
            return line;
        }
        ByteBuf end = line.retainedSlice(line.readableBytes() - 2, 2);
        return piece.alloc().compositeBuffer(3).addComponents(true, line, piece, end);
    }

    /** The end of a chunked body, with the trailer section. */
    public static void lastChunk(ByteBuf out, Fields trailers) {
        out.writeBytes(LAST_CHUNK);
        FieldLines.writeAll(trailers, out);
        out.writeShort(HeadWriter.CRLF);
    }

    private static void writeHex(ByteBuf out, int number) {
        int shift = (31 - Integer.numberOfLeadingZeros(number)) / 4 * 4;
        for (; shift >= 0; shift -= 4) {
            out.writeByte(Character.forDigit(number >> shift & 0xf, 16));
        }
    }
}
