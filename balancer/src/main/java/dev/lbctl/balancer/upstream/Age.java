package dev.lbctl.balancer.upstream;

import dev.lbctl.balancer.exchange.LoopTime;
import dev.lbctl.balancer.http.FieldName;
import dev.lbctl.balancer.http.Fields;
import dev.lbctl.config.ConnectionConfig;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** How old a connection is, and until when it may be used again. Owner: the connection. */
final class Age {
    private static final long MARGIN_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final String TIMEOUT = "timeout=";

    private final ConnectionConfig config;
    private final LoopTime time;
    private final long openedNanos;
    private long idleSinceNanos;
    private long idleNanos;

    Age(ConnectionConfig config, LoopTime time) {
        this.config = config;
        this.time = time;
        this.openedNanos = time.nanos();
        this.idleSinceNanos = openedNanos;
        this.idleNanos = config.idleFor().toNanos();
    }

    /** Learns from an answer how long the backend keeps an idle connection, if it tells (RFC 2068, section 19.7.1.1). */
    void learn(Fields answer) {
        if (answer.contains(FieldName.KEEP_ALIVE)) {
            answer.forEachElement(FieldName.KEEP_ALIVE, this::learn);
        }
    }

    private void learn(String parameter) {
        Long seconds = parameter.startsWith(TIMEOUT) ? number(parameter.substring(TIMEOUT.length())) : null;
        if (seconds != null) { // It is given up before the backend does, not just as a request goes out.
            long hinted = Math.max(0, TimeUnit.SECONDS.toNanos(seconds) - MARGIN_NANOS);
            idleNanos = Math.min(config.idleFor().toNanos(), hinted);
        }
    }

    private static @Nullable Long number(String digits) {
        boolean sound =
                !digits.isEmpty() && digits.length() <= 9 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return sound ? Long.valueOf(digits) : null;
    }

    /** How many connections to the same backend may be kept. */
    int mostIdle() {
        return config.idle();
    }

    void idleBegins() {
        idleSinceNanos = time.nanos();
    }

    boolean isOver(long nowNanos) {
        return nowNanos - idleSinceNanos >= idleNanos
                || nowNanos - openedNanos >= config.maxAge().toNanos();
    }
}
