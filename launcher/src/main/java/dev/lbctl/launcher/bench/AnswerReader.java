package dev.lbctl.launcher.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Reads one answer after another (RFC 9112, sections 4, 6 and 7); what their bodies say is of no interest. */
final class AnswerReader {
    private static final int LONGEST_LINE = 64 * 1024;
    private static final long UNKNOWN = -1;

    /** How far an answer is. */
    enum Progress {
        MORE,
        DONE,
        BROKEN
    }

    private enum Part {
        STATUS,
        FIELDS,
        BODY,
        REST,
        CHUNK_SIZE,
        CHUNK,
        CHUNK_END,
        TRAILER
    }

    private final boolean bodiless;
    private final byte[] line = new byte[LONGEST_LINE];
    private int length;
    private Part part = Part.STATUS;
    private Head head = Head.NONE;
    private long left;

    /** What a head says of its connection and its body. */
    private record Head(int status, boolean keep, boolean chunked, long length) {
        static final Head NONE = new Head(0, true, false, UNKNOWN);
    }

    /** @param bodiless whether answers have no body whatever their head says, as those to HEAD */
    AnswerReader(boolean bodiless) {
        this.bodiless = bodiless;
    }

    int status() {
        return head.status();
    }

    /** Whether the connection may be used again, once the answer is done. */
    boolean keeps() {
        return head.keep();
    }

    /** Takes what belongs to the answer that is under way, and begins anew with the next call after its end. */
    Progress take(ByteBuffer in) {
        while (in.hasRemaining()) {
            Progress progress = part == Part.BODY || part == Part.CHUNK || part == Part.REST ? skip(in) : gather(in);
            if (progress != Progress.MORE) {
                part = Part.STATUS;
                return progress;
            }
        }
        return Progress.MORE;
    }

    /** What the end of the connection makes of it. */
    Progress end() {
        return part == Part.REST ? Progress.DONE : Progress.BROKEN;
    }

    private Progress skip(ByteBuffer in) {
        if (part == Part.REST) {
            in.position(in.limit());
            return Progress.MORE;
        }
        int taken = (int) Math.min(left, in.remaining());
        in.position(in.position() + taken);
        left -= taken;
        if (left > 0) {
            return Progress.MORE;
        }
        boolean last = part == Part.BODY;
        part = Part.CHUNK_END;
        return last ? Progress.DONE : Progress.MORE;
    }

    private Progress gather(ByteBuffer in) {
        byte next = in.get();
        if (next != '\n') {
            if (length == line.length) {
                return Progress.BROKEN;
            }
            line[length++] = next;
            return Progress.MORE;
        }
        int end = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
        length = 0;
        return line(new String(line, 0, end, StandardCharsets.ISO_8859_1));
    }

    private Progress line(String text) {
        switch (part) {
            case STATUS -> {
                return status(text);
            }
            case FIELDS -> {
                return text.isEmpty() ? body() : field(text);
            }
            case CHUNK_SIZE -> {
                return chunk(text);
            }
            case TRAILER -> {
                return text.isEmpty() ? Progress.DONE : Progress.MORE;
            }
            default -> {
                part = Part.CHUNK_SIZE;
                return Progress.MORE;
            }
        }
    }

    private Progress status(String text) {
        if (!text.matches("HTTP/1\\.[01] [1-9][0-9]{2}( .*)?")) {
            return Progress.BROKEN;
        }
        head = new Head(Integer.parseInt(text.substring(9, 12)), text.charAt(7) == '1', false, UNKNOWN);
        part = Part.FIELDS;
        return Progress.MORE;
    }

    private Progress field(String text) {
        int colon = text.indexOf(':');
        String value = text.substring(colon + 1).strip().toLowerCase(Locale.ROOT);
        switch (colon < 0 ? "" : text.substring(0, colon).toLowerCase(Locale.ROOT)) {
            case "content-length" -> {
                if (!value.matches("[0-9]{1,18}")) {
                    return Progress.BROKEN;
                }
                head = new Head(head.status(), head.keep(), head.chunked(), Long.parseLong(value));
            }
            case "transfer-encoding" ->
                head = new Head(head.status(), head.keep(), value.endsWith("chunked"), head.length());
            case "connection" ->
                head = new Head(
                        head.status(),
                        value.equals("keep-alive") || (head.keep() && !value.equals("close")),
                        head.chunked(),
                        head.length());
            default -> {}
        }
        return Progress.MORE;
    }

    private Progress body() {
        if (head.status() < 200) {
            part = Part.STATUS;
            return Progress.MORE;
        }
        if (bodiless || head.status() == 204 || head.status() == 304 || (!head.chunked() && head.length() == 0)) {
            return Progress.DONE;
        }
        left = head.length();
        part = head.chunked() ? Part.CHUNK_SIZE : left == UNKNOWN ? Part.REST : Part.BODY;
        if (part == Part.REST) {
            head = new Head(head.status(), false, false, UNKNOWN);
        }
        return Progress.MORE;
    }

    private Progress chunk(String text) {
        String size = text.replaceFirst(";.*", "").strip();
        if (!size.matches("[0-9A-Fa-f]{1,15}")) {
            return Progress.BROKEN;
        }
        left = Long.parseLong(size, 16);
        part = left == 0 ? Part.TRAILER : Part.CHUNK;
        return Progress.MORE;
    }
}
