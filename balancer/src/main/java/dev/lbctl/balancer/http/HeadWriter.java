package dev.lbctl.balancer.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;

/** Writes heads in one form, that of HTTP/1.1, straight into a buffer; characters are octets (ISO-8859-1). */
public final class HeadWriter {
    public static final int CRLF = '\r' << 8 | '\n';
    static final int COLON_SPACE = ':' << 8 | ' ';

    private static final byte[] REQUEST_LINE_END = " HTTP/1.1\r\n".getBytes(ISO_8859_1);
    private static final byte[] STATUS_LINE_START = "HTTP/1.1 ".getBytes(ISO_8859_1);

    private HeadWriter() {}

    public static void requestLine(ByteBuf out, String method, String target) {
        text(out, method);
        out.writeByte(' ');
        text(out, target);
        out.writeBytes(REQUEST_LINE_END);
    }

    public static void statusLine(ByteBuf out, int status, String reason) {
        out.writeBytes(STATUS_LINE_START);
        writeDecimal(out, status);
        out.writeByte(' ');
        text(out, reason);
        out.writeShort(CRLF);
    }

    public static void field(ByteBuf out, FieldName name, CharSequence value) {
        out.writeBytes(name.line());
        text(out, value);
        out.writeShort(CRLF);
    }

    public static void field(ByteBuf out, String name, CharSequence value) {
        text(out, name);
        out.writeShort(COLON_SPACE);
        text(out, value);
        out.writeShort(CRLF);
    }

    public static void field(ByteBuf out, FieldName name, long value) {
        out.writeBytes(name.line());
        writeDecimal(out, value);
        out.writeShort(CRLF);
    }

    /** The name of a field whose value is written in pieces. */
    public static void begin(ByteBuf out, FieldName name) {
        out.writeBytes(name.line());
    }

    /** A piece of a value. Netty writes all of ISO-8859-1 so, and a question mark for what is beyond. */
    public static void text(ByteBuf out, CharSequence piece) {
        ByteBufUtil.writeAscii(out, piece);
    }

    /** Ends a line; an empty one closes the section. */
    public static void end(ByteBuf out) {
        out.writeShort(CRLF);
    }

    /** Digits of a number that is not negative. */
    private static void writeDecimal(ByteBuf out, long number) {
        long unit = 1;
        while (number / unit >= 10) {
            unit *= 10;
        }
        for (; unit > 0; unit /= 10) {
            out.writeByte((int) ('0' + number / unit % 10));
        }
    }
}
