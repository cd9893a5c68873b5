package dev.lbctl.balancer.body;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.lbctl.balancer.http.Fields;
import dev.lbctl.balancer.http.HeadWriter;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;

/** Frames the pieces of a chunked body (RFC 9112, section 7.1); under every other framing pieces are passed as they are. */
public final class BodyWriter {
    /** Up to here a piece is copied: one buffer goes to the socket, and no composite with its three components is made. */
    private static final int COPIED = 2048;

    private static final int MOST_OVERHEAD = "7fffffff\r\n\r\n".length();
    private static final byte[] LAST_CHUNK = "0\r\n".getBytes(ISO_8859_1);

    private BodyWriter() {}

    /** Makes one chunk of the piece, which it takes over. An empty piece stays as it is: an empty chunk would end the body. */
    public static ByteBuf chunk(ByteBufAllocator alloc, ByteBuf piece) {
        int length = piece.readableBytes();
        if (length == 0) {
            return piece;
        }
        boolean copied = length <= COPIED;
        ByteBuf line = alloc.buffer(copied ? length + MOST_OVERHEAD : MOST_OVERHEAD);
        writeHex(line, length);
        line.writeShort(HeadWriter.CRLF);
        if (copied) {
            line.writeBytes(piece).writeShort(HeadWriter.CRLF);
            piece.release();
            return line;
        }
        ByteBuf end = line.retainedSlice(line.readableBytes() - 2, 2);
        return alloc.compositeBuffer(3).addComponents(true, line, piece, end);
    }

    /** The end of a chunked body, with the trailer section. */
    public static void lastChunk(ByteBuf out, Fields trailers) {
        out.writeBytes(LAST_CHUNK);
        for (int i = 0; i < trailers.size(); i++) {
            trailers.writeTo(out, i);
        }
        out.writeShort(HeadWriter.CRLF);
    }

    private static void writeHex(ByteBuf out, int number) {
        int shift = (31 - Integer.numberOfLeadingZeros(number)) / 4 * 4;
        for (; shift >= 0; shift -= 4) {
            out.writeByte(Character.forDigit(number >> shift & 0xf, 16));
        }
    }
}
