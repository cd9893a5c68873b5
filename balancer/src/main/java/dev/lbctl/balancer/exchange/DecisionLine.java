package dev.lbctl.balancer.exchange;

import dev.lbctl.balancer.decision.Decision;
import dev.lbctl.balancer.metrics.Served;
import dev.lbctl.balancer.sticky.Session;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a request went, in one line for its client: {@code route=/;pool=default;backend=server-2;attempts=2;algorithm=round_robin}.
 * In a pool that keeps sessions, {@code sticky=} says whether this one is {@code new}, {@code kept}, {@code moved:} from another
 * member, or of an {@code unknown} cookie.
 * What could be mistaken for a part of the line is percent-encoded. Pure.
 */
final class DecisionLine {
    private static final String HARMLESS = "-._~:/*[]";

    private DecisionLine() {}

    /** @param cause why the answer is the balancer's own; null when it is a backend's */
    static String of(Served served, @Nullable String cause) {
        StringBuilder line = new StringBuilder(96);
        Decision decision = served.decision();
        if (decision != null) {
            part(line, "route", Objects.toString(decision.host(), "") + decision.path());
        }
        part(line, "pool", served.pool());
        part(line, "backend", served.backend());
        part(line, "attempts", Integer.toString(served.attempts()));
        part(line, "algorithm", decision == null ? null : decision.algorithm().key());
        part(line, "sticky", decision == null ? null : sticky(decision.session(), served.backend()));
        part(line, "cause", cause);
        return line.toString();
    }

    /** Whether the request's session is with who answered; null in a pool that keeps none. */
    private static @Nullable String sticky(@Nullable Session session, @Nullable String backend) {
        if (session == null) {
            return null;
        }
        if (session.named().isEmpty()) {
            return session.presented() ? "unknown" : "new";
        }
        return backend != null && session.isOf(backend)
                ? "kept"
                : "moved:" + session.named().get(0);
    }

    private static void part(StringBuilder line, String name, @Nullable String value) {
        if (value != null) {
            line.append(line.isEmpty() ? "" : ";").append(name).append('=');
            for (byte octet : value.getBytes(StandardCharsets.UTF_8)) {
                octet(line, octet);
            }
        }
    }

    private static void octet(StringBuilder line, byte octet) {
        boolean alphanumeric =
                (octet >= '0' && octet <= '9') || (octet >= 'a' && octet <= 'z') || (octet >= 'A' && octet <= 'Z');
        if (alphanumeric || HARMLESS.indexOf(octet) >= 0) {
            line.append((char) octet);
        } else {
            line.append('%').append(HexFormat.of().withUpperCase().toHexDigits(octet));
        }
    }
}
