package dev.lbctl.balancer.accesslog;

import dev.lbctl.balancer.metrics.Answered;
import dev.lbctl.balancer.metrics.Asked;
import dev.lbctl.balancer.metrics.Phases;
import dev.lbctl.balancer.metrics.RequestRecord;
import dev.lbctl.balancer.metrics.Served;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The combined format of Apache and nginx, then ours as {@code name=value}. Escaped the way nginx does it, as {@code \xHH}, so
 * that no value holds a quote.
 */
final class CombinedFormat implements LineFormat {
    private final SecondText seconds = new SecondText("dd/MMM/uuuu:HH:mm:ss Z");

    @Override
    public void append(RequestRecord request, StringBuilder to) {
        Asked asked = request.asked();
        word(asked.client(), to);
        to.append(" - - [").append(seconds.of(request.time())).append("] \"");
        word(asked.method(), to);
        word(asked.target(), to.append(' '));
        word(asked.version(), to.append(' '));
        to.append("\" ");
        Digits.three(request.answered().status(), to);
        to.append(' ').append(request.answered().bytesOut());
        quoted(asked.referer(), to.append(' '));
        quoted(asked.userAgent(), to.append(' '));
        quoted(asked.host(), to.append(" host="));
        answered(request.answered(), to);
        phases(request.phases(), to);
        served(request.served(), to);
        quoted(request.id(), to.append(" request_id="));
        to.append('\n');
    }

    private static void answered(Answered answered, StringBuilder to) {
        to.append(" bytes_in=").append(answered.bytesIn());
        quoted(answered.cause(), to.append(" cause="));
    }

    private static void phases(Phases phases, StringBuilder to) {
        millis(phases.totalNanos(), to.append(" duration_ms="));
        millis(phases.queueNanos(), to.append(" queue_ms="));
        millis(phases.connectNanos(), to.append(" connect_ms="));
        millis(phases.firstByteNanos(), to.append(" first_byte_ms="));
    }

    private static void served(Served served, StringBuilder to) {
        quoted(served.pool(), to.append(" pool="));
        quoted(served.backend(), to.append(" backend="));
        to.append(" attempts=").append(served.attempts());
    }

    private static void millis(long nanos, StringBuilder to) {
        if (nanos < 0) {
            to.append('-');
        } else {
            Digits.millis(nanos, to);
        }
    }

    private static void quoted(@Nullable String value, StringBuilder to) {
        to.append('"');
        escape(Objects.requireNonNullElse(value, "-"), ' ', to);
        to.append('"');
    }

    /** A value that may hold no blank, since nothing else ends it. */
    private static void word(String value, StringBuilder to) {
        escape(value.isEmpty() ? "-" : value, '!', to);
    }

    private static void escape(String value, char lowest, StringBuilder to) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c >= lowest && c <= '~' && c != '"' && c != '\\') {
                to.append(c);
            } else if (c <= 0xff) {
                Digits.hex(c, 2, to.append("\\x"));
            } else {
                Digits.hex(c, 4, to.append("\\u"));
            }
        }
    }
}
