package dev.lbctl.balancer.head;

import dev.lbctl.balancer.http.Flaw;
import dev.lbctl.balancer.http.Octets;
import dev.lbctl.balancer.http.Progress;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds the first line of a head, over each byte once, and has it taken apart (RFC 9112, section 2.2). */
final class StartLineScanner {
    private enum State {
        BEFORE,
        EMPTY_LINE_END,
        LINE,
        LINE_END
    }

    private final StartLine line;
    private final int limit;
    private State state = State.BEFORE;
    private int begin;
    private int at;
    private @Nullable Flaw flaw;

    StartLineScanner(StartLine line, int limit) {
        this.line = line;
        this.limit = limit;
    }

    /** A head starts at the first byte. */
    void begin() {
        state = State.BEFORE;
        begin = 0;
        at = 0;
    }

    /** Whether a byte of the line itself was seen. */
    boolean hasBegun() {
        return state == State.LINE || state == State.LINE_END;
    }

    /** Goes on over the bytes up to the given end. */
    Progress scan(byte[] bytes, int end) {
        Progress progress = Progress.MORE;
        while (at < end && progress == Progress.MORE) {
            progress = step(bytes, end);
        }
        return progress;
    }

    /** The first byte behind what was scanned. */
    int at() {
        return at;
    }

    Flaw flaw() {
        return Objects.requireNonNull(flaw);
    }

    private Progress step(byte[] bytes, int end) {
        return switch (state) {
            case BEFORE -> before(bytes[at]);
            case EMPTY_LINE_END -> emptyLineEnd(bytes[at]);
            case LINE -> line(bytes, end);
            case LINE_END -> lineEnd(bytes);
        };
    }

    private Progress before(byte first) {
        if (first == '\r' && line.mayFollowEmptyLine()) {
            at++;
            return begin > 0 ? refuse(Flaw.EMPTY_LINES) : go(State.EMPTY_LINE_END);
        }
        Flaw wrong = line.startFlaw(first);
        return wrong == null ? go(State.LINE) : refuse(wrong);
    }

    private Progress emptyLineEnd(byte octet) {
        begin = ++at;
        return octet == '\n' ? go(State.BEFORE) : refuse(Flaw.BARE_CR);
    }

    private Progress line(byte[] bytes, int end) {
        int stop = (int) Math.min(end, (long) begin + limit);
        at = Octets.endOf(line.octets(), bytes, at, stop);
        if (at == end) {
            return Progress.MORE;
        }
        if (bytes[at] == '\r') {
            at++;
            return go(State.LINE_END);
        }
        return refuse(at == stop ? Flaw.LINE_TOO_LONG : Flaw.ofOctet(bytes[at], Flaw.CONTROL_OCTET));
    }

    private Progress lineEnd(byte[] bytes) {
        if (bytes[at] != '\n') {
            return refuse(Flaw.BARE_CR);
        }
        Flaw wrong = line.read(bytes, begin, at - 1);
        at++;
        return wrong == null ? Progress.DONE : refuse(wrong);
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
