package dev.lbctl.balancer.evidence;

import org.jspecify.annotations.Nullable;

/**
 * Attempts that failed since somebody last listened: the worst of them.
 *
 * @param last what the last one as bad as that came to, for a person, e.g. {@code HTTP 500}
 */
public record Trouble(Verdict worst, String last) {

    Trouble after(@Nullable Trouble before) {
        return before != null && before.worst.compareTo(worst) > 0 ? before : this;
    }
}
