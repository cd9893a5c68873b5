package dev.lbctl.balancer.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds the fields of a header or trailer section up to the empty line that closes it (RFC 9112, section 5). It goes over each byte once,
 * however the bytes come, and tells of the first that is wrong: what it answers does not depend on where they were cut.
 */
public final class FieldScanner {
    private enum State {
        LINE_START,
        NAME,
        VALUE,
        LINE_END,
        SECTION_END
    }

    private final HeadLimits limits;
    private final FieldMarks marks = new FieldMarks();
    private State state = State.LINE_START;
    private int begin;
    private int at;
    private @Nullable Flaw flaw;

    public FieldScanner(HeadLimits limits) {
        this.limits = limits;
    }

    /** A section of our own; names and values that a peer could not have sent are a bug. */
    static Fields section(String... namesAndValues) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            lines.append(namesAndValues[i])
                    .append(": ")
                    .append(namesAndValues[i + 1])
                    .append("\r\n");
        }
        byte[] bytes = lines.append("\r\n").toString().getBytes(ISO_8859_1);
        int count = namesAndValues.length / 2;
        FieldScanner scanner = new FieldScanner(new HeadLimits(0, bytes.length, count));
        boolean whole = scanner.scan(bytes, bytes.length) == Progress.DONE && scanner.at() == bytes.length;
        if (!whole || scanner.marks.fields() != count) {
            throw new IllegalArgumentException("no fields: " + lines);
        }
        return scanner.fieldsOver(bytes);
    }

    /** A section starts at that index. */
    public void begin(int index) {
        begin = index;
        at = index;
        state = State.LINE_START;
        marks.begin();
    }

    /** Goes on over the bytes up to the given end. */
    public Progress scan(byte[] bytes, int end) {
        int stop = (int) Math.min(end, (long) begin + limits.section());
        while (at < stop) {
            Progress progress = step(bytes, stop);
            if (progress != Progress.MORE) {
                return progress;
            }
        }
        return at < end ? refuse(Flaw.HEADERS_TOO_LARGE) : Progress.MORE;
    }

    /** The first byte behind what was scanned. */
    public int at() {
        return at;
    }

    public Flaw flaw() {
        return Objects.requireNonNull(flaw);
    }

    /** The section that was found, over the bytes it was found in; it holds until another one begins. */
    public Fields fieldsOver(byte[] bytes) {
        return marks.over(bytes);
    }

    private Progress step(byte[] bytes, int stop) {
        return switch (state) {
            case LINE_START -> lineStart(bytes[at]);
            case NAME -> name(bytes, stop);
            case VALUE -> value(bytes, stop);
            case LINE_END -> lineEnd(bytes);
            case SECTION_END -> bytes[at++] == '\n' ? Progress.DONE : refuse(Flaw.BARE_CR);
        };
    }

    private Progress lineStart(byte first) {
        if (first == '\r') {
            at++;
            return go(State.SECTION_END);
        }
        if (marks.fields() == limits.fields()) {
            return refuse(Flaw.HEADERS_TOO_LARGE);
        }
        if (Octets.are(Octets.TOKEN, first)) {
            marks.nameStarts(at);
            return go(State.NAME);
        }
        return refuse(
                switch (first) {
                    case ':' -> Flaw.EMPTY_NAME;
                    case ' ', '\t' -> Flaw.FOLDED_LINE;
                    default -> Flaw.ofOctet(first, Flaw.FIELD_NAME);
                });
    }

    private Progress name(byte[] bytes, int stop) {
        at = Octets.endOf(Octets.TOKEN, bytes, at, stop);
        if (at == stop) {
            return Progress.MORE;
        }
        byte end = bytes[at];
        if (end == ':') {
            marks.nameEnds(bytes, at++);
            return go(State.VALUE);
        }
        return refuse(
                switch (end) {
                    case '\r' -> Flaw.NO_COLON;
                    case ' ', '\t' -> Flaw.SPACE_BEFORE_COLON;
                    default -> Flaw.ofOctet(end, Flaw.FIELD_NAME);
                });
    }

    private Progress value(byte[] bytes, int stop) {
        at = Octets.endOfText(bytes, at, stop);
        if (at == stop) {
            return Progress.MORE;
        }
        if (bytes[at] != '\r') {
            return refuse(Flaw.ofOctet(bytes[at], Flaw.CONTROL_OCTET));
        }
        at++;
        return go(State.LINE_END);
    }

    private Progress lineEnd(byte[] bytes) {
        if (bytes[at] != '\n') {
            return refuse(Flaw.BARE_CR);
        }
        marks.lineEnds(bytes, at - 1);
        at++;
        return go(State.LINE_START);
    }

    private Progress go(State next) {
        state = next;
        return Progress.MORE;
    }

    private Progress refuse(Flaw why) {
        flaw = why;
        return Progress.REFUSED;
    }
}
