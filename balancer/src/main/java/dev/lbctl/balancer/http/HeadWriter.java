package dev.lbctl.balancer.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.netty.buffer.ByteBuf;

/** Writes heads in one form, that of HTTP/1.1, straight into a buffer; characters are octets (ISO-8859-1). */
public final class HeadWriter {
    public static final int CRLF = '\r' << 8 | '\n';
    static final int COLON_SPACE = ':' << 8 | ' ';

    private static final byte[] REQUEST_LINE_END = " HTTP/1.1\r\n".getBytes(ISO_8859_1);
    private static final byte[] STATUS_LINE_START = "HTTP/1.1 ".getBytes(ISO_8859_1);

    private HeadWriter() {}

    public static void requestLine(ByteBuf out, String method, String target) {
        out.writeCharSequence(method, ISO_8859_1);
        out.writeByte(' ');
        out.writeCharSequence(target, ISO_8859_1);
        out.writeBytes(REQUEST_LINE_END);
    }

    public static void statusLine(ByteBuf out, int status, String reason) {
        out.writeBytes(STATUS_LINE_START);
        writeDecimal(out, status);
        out.writeByte(' ');
        out.writeCharSequence(reason, ISO_8859_1);
        out.writeShort(CRLF);
    }

    public static void field(ByteBuf out, FieldName name, CharSequence value) {
        out.writeBytes(name.line());
        out.writeCharSequence(value, ISO_8859_1);
        out.writeShort(CRLF);
    }

    public static void field(ByteBuf out, String name, CharSequence value) {
        out.writeCharSequence(name, ISO_8859_1);
        out.writeShort(COLON_SPACE);
        out.writeCharSequence(value, ISO_8859_1);
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

    /** A piece of a value. */
    public static void text(ByteBuf out, CharSequence piece) {
        out.writeCharSequence(piece, ISO_8859_1);
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
