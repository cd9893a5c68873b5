package dev.lbctl.balancer.explain;

import dev.lbctl.balancer.algorithm.Subject;
import dev.lbctl.balancer.api.Explanation.Candidate;
import dev.lbctl.balancer.decision.Attempted;
import dev.lbctl.balancer.decision.Decision;
import dev.lbctl.balancer.pool.Duty;
import dev.lbctl.balancer.pool.Member;
import dev.lbctl.balancer.pool.PoolSnapshot;
import dev.lbctl.balancer.sticky.Session;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What became of each member of a pool, and why. Pure. */
final class Candidates {
    private static final Finding PASSED_OVER = new Finding("passed_over", "another came before it");

    private Candidates() {}

    private record Finding(String verdict, String why) {}

    /** As they were at the first pick of a request that is over. */
    static List<Candidate> of(Decision decision) {
        return decision.pool().members().stream()
                .map(member -> candidate(member, null, finding(member, decision)))
                .toList();
    }

    /**
     * As they are now for a request that was not sent.
     *
     * @param next whom the picker names
     */
    static List<Candidate> of(PoolSnapshot pool, Subject subject, @Nullable Member next, Manner manner) {
        return pool.members().stream()
                .map(member -> {
                    int inFlight = member.load().inFlight();
                    boolean keeper =
                            manner.equals(Manner.KEPT) && member.equals(next); // fit for that, though it drains
                    Finding finding = unfit(pool, member)
                            .filter(unfit -> !keeper)
                            .orElseGet(() -> finding(member, subject, next, manner));
                    return candidate(member, inFlight, finding);
                })
                .toList();
    }

    private static Finding finding(Member member, Decision decision) {
        List<Attempted> attempts = decision.attempts();
        for (int i = 0; i < attempts.size(); i++) {
            if (attempts.get(i).backend().equals(member.backend())) {
                return new Finding("picked", i == 0 ? "the first choice" : "after " + failure(attempts.get(i - 1)));
            }
        }
        return unfit(decision.pool(), member)
                .orElseGet(() -> attempts.isEmpty() || isNamed(member, decision)
                        ? new Finding("skipped", "at its cap: no room beside " + decision.room() + " under way")
                        : PASSED_OVER);
    }

    /** Whether the request's session was with it: had it had room, it had been picked. */
    private static boolean isNamed(Member member, Decision decision) {
        Session session = decision.session();
        return session != null && session.isOf(member.name());
    }

    private static Finding finding(Member member, Subject subject, @Nullable Member next, Manner manner) {
        if (!subject.admits(member)) {
            return new Finding("skipped", "at its cap: " + member.load().inFlight() + " under way");
        }
        if (manner.certainty() == Manner.Certainty.LOT) {
            return new Finding("possible", "it may be drawn");
        }
        return member.equals(next) ? new Finding("picked", manner.how()) : PASSED_OVER;
    }

    private static Optional<Finding> unfit(PoolSnapshot pool, Member member) {
        if (member.duty() != Duty.READY) {
            String meaning = member.duty() == Duty.DRAIN ? "gets nothing new" : "neither traffic nor probes";
            return Optional.of(new Finding("skipped", word(member.duty()) + ": " + meaning));
        }
        return pool.isEligible(member)
                ? Optional.empty()
                : Optional.of(new Finding("skipped", word(member.health()) + ": " + member.reason()));
    }

    private static String failure(Attempted before) {
        return before.backend().name() + " ended " + before.outcome().word();
    }

    private static Candidate candidate(Member member, @Nullable Integer inFlight, Finding finding) {
        return new Candidate(
                member.name(),
                member.backend().url(),
                word(member.health()),
                member.reason(),
                word(member.duty()),
                member.weight().wanted(),
                member.weight().percent(),
                inFlight,
                finding.verdict(),
                finding.why());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
