package dev.lbctl.balancer.health;

import dev.lbctl.balancer.evidence.EjectionCause;
import dev.lbctl.balancer.evidence.Tally;
import dev.lbctl.config.EjectionConfig;
import java.util.Optional;

/**
 * Why a member is to sit out. Pure.
 *
 * @param words with the figures, for a person
 */
record Charge(EjectionCause cause, String words) {

    /** @param failedInARow how many of its requests have failed in a row */
    static Optional<Charge> ofRow(EjectionConfig rule, int failedInARow) {
        return rule.consecutive() > 0 && failedInARow >= rule.consecutive()
                ? Optional.of(new Charge(EjectionCause.CONSECUTIVE, failedInARow + " requests in a row failed"))
                : Optional.empty();
    }

    /** @param window its traffic of the last {@code rule.window()} */
    static Optional<Charge> ofRate(EjectionConfig rule, Tally window) {
        boolean tooMany = rule.failureRate() > 0
                && window.requests() >= rule.minimumRequests()
                && 100 * window.failures() >= rule.failureRate() * window.requests();
        String words =
                window.failures() + " of " + window.requests() + " requests failed in " + Reasons.time(rule.window());
        return tooMany ? Optional.of(new Charge(EjectionCause.FAILURE_RATE, words)) : Optional.empty();
    }
}
