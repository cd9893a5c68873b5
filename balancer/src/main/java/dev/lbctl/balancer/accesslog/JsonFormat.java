package dev.lbctl.balancer.accesslog;

import dev.lbctl.balancer.metrics.Answered;
import dev.lbctl.balancer.metrics.Asked;
import dev.lbctl.balancer.metrics.Phases;
import dev.lbctl.balancer.metrics.RequestRecord;
import dev.lbctl.balancer.metrics.Served;
import java.time.Instant;
import java.time.temporal.ChronoField;
import org.jspecify.annotations.Nullable;

/** One JSON object a line. Every line has every field, in the same order; what is not known is null. */
final class JsonFormat implements LineFormat {
    private final SecondText seconds = new SecondText("uuuu-MM-dd'T'HH:mm:ss");

    @Override
    public void append(RequestRecord request, StringBuilder to) {
        to.append('{');
        time(request.time(), to);
        text("request_id", request.id(), to);
        asked(request.asked(), to);
        answered(request.answered(), to);
        phases(request.phases(), to);
        served(request.served(), to);
        to.setCharAt(to.length() - 1, '}');
        to.append('\n');
    }

    private void time(Instant time, StringBuilder to) {
        to.append("\"time\":\"").append(seconds.of(time)).append('.');
        Digits.three(time.get(ChronoField.MILLI_OF_SECOND), to);
        to.append("Z\",");
    }

    private static void asked(Asked asked, StringBuilder to) {
        text("client", asked.client(), to);
        text("method", asked.method(), to);
        text("target", asked.target(), to);
        text("version", asked.version(), to);
        text("host", asked.host(), to);
        text("referer", asked.referer(), to);
        text("user_agent", asked.userAgent(), to);
    }

    private static void answered(Answered answered, StringBuilder to) {
        number("status", answered.status(), to);
        number("bytes_in", answered.bytesIn(), to);
        number("bytes_out", answered.bytesOut(), to);
        text("cause", answered.cause(), to);
    }

    private static void phases(Phases phases, StringBuilder to) {
        millis("duration_ms", phases.totalNanos(), to);
        millis("queue_ms", phases.queueNanos(), to);
        millis("connect_ms", phases.connectNanos(), to);
        millis("first_byte_ms", phases.firstByteNanos(), to);
    }

    private static void served(Served served, StringBuilder to) {
        text("pool", served.pool(), to);
        text("backend", served.backend(), to);
        number("attempts", served.attempts(), to);
    }

    private static StringBuilder name(String name, StringBuilder to) {
        return to.append('"').append(name).append("\":");
    }

    private static void number(String name, long value, StringBuilder to) {
        name(name, to).append(value).append(',');
    }

    private static void millis(String name, long nanos, StringBuilder to) {
        name(name, to);
        if (nanos < 0) {
            to.append("null");
        } else {
            Digits.millis(nanos, to);
        }
        to.append(',');
    }

    private static void text(String name, @Nullable String value, StringBuilder to) {
        name(name, to);
        if (value == null) {
            to.append("null,");
            return;
        }
        to.append('"');
        for (int i = 0; i < value.length(); i++) {
            character(value.charAt(i), to);
        }
        to.append("\",");
    }

    private static void character(char c, StringBuilder to) {
        if (c == '"' || c == '\\') {
            to.append('\\').append(c);
        } else if (c >= ' ' && c <= '~') {
            to.append(c);
        } else {
            Digits.hex(c, 4, to.append("\\u"));
        }
    }
}
