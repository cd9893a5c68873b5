package dev.lbctl.balancer.http;

import io.netty.buffer.ByteBuf;

/**
 * Lines of a section on their way into another one: each name as it was spelled, one space, the value. Those that stood together and
 * were written so go on in one copy, as most fields of most messages do.
 */
public final class FieldLines {
    /** Bytes that end a line. */
    private static final int CRLF = 2;

    private final Fields fields;
    private final ByteBuf out;
    /** Bytes of the section that are still to be copied. */
    private int from;

    private int to;

    public FieldLines(Fields fields, ByteBuf out) {
        this.fields = fields;
        this.out = out;
    }

    /** Writes a section as it is, without the empty line behind it. */
    public static void writeAll(Fields fields, ByteBuf out) {
        FieldLines lines = new FieldLines(fields, out);
        for (int i = 0; i < fields.size(); i++) {
            lines.add(i);
        }
        lines.end();
    }

    /** The next line that goes on. */
    public void add(int i) {
        if (!isPlain(i)) {
            end();
            write(i);
            return;
        }
        if (fields.nameStart(i) != to) {
            end();
            from = fields.nameStart(i);
        }
        to = fields.valueEnd(i) + CRLF;
    }

    /** No line of this section follows, or one of another comes first. */
    public void end() {
        out.writeBytes(fields.bytes(), from, to - from);
        from = to;
    }

    /** Whether a line stands there as it would be written: one space behind the colon, no blank behind the value. */
    private boolean isPlain(int i) {
        byte[] bytes = fields.bytes();
        int space = fields.nameEnd(i) + 1;
        return bytes[space] == ' ' && fields.valueStart(i) == space + 1 && bytes[fields.valueEnd(i)] == '\r';
    }

    private void write(int i) {
        byte[] bytes = fields.bytes();
        out.writeBytes(bytes, fields.nameStart(i), fields.nameEnd(i) - fields.nameStart(i));
        out.writeShort(HeadWriter.COLON_SPACE);
        out.writeBytes(bytes, fields.valueStart(i), fields.valueEnd(i) - fields.valueStart(i));
        out.writeShort(HeadWriter.CRLF);
    }
}
