package dev.lbctl.balancer.explain;

import dev.lbctl.balancer.api.Explanation.Candidate;
import dev.lbctl.balancer.sticky.Session;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a session had to do with who was picked. Pure. */
final class SessionWords {

    private SessionWords() {}

    /**
     * In words for a person; null in a pool that keeps no sessions.
     *
     * @param picked who was, or would be; null when nobody
     * @param candidates all members, with what became of each
     */
    static @Nullable String of(@Nullable Session session, @Nullable String picked, Collection<Candidate> candidates) {
        if (session == null) {
            return null;
        }
        if (session.named().isEmpty()) {
            return session.presented()
                    ? "the cookie " + session.cookie() + " names no member: it is not one of ours, was signed with"
                            + " another secret, or its member left"
                    : "the request has no cookie " + session.cookie();
        }
        String named = "the cookie " + session.cookie() + " names " + String.join(", ", session.named());
        return picked != null && session.isOf(picked)
                ? named + ", which keeps its session"
                : named + ", and is not followed " + reasons(session, candidates);
    }

    private static String reasons(Session session, Collection<Candidate> candidates) {
        return candidates.stream()
                .filter(candidate -> session.isOf(candidate.name()))
                .map(Candidate::why)
                .collect(Collectors.joining("; ", "(", ")"));
    }
}
