package dev.lbctl.balancer.health;

import dev.lbctl.balancer.evidence.Conduct;
import dev.lbctl.config.EjectionConfig;
import java.time.Duration;
import java.util.Optional;

/** Whether one member sits out, and what its traffic gives reason for. Owner: the health checker's thread. */
final class Probation {
    private final Conduct conduct;
    private EjectionConfig rule;
    private TrafficWindow window;
    private Ejection ejection = Ejection.NONE;

    Probation(EjectionConfig rule, Conduct conduct) {
        this.rule = rule;
        this.conduct = conduct;
        this.window = new TrafficWindow(rule);
    }

    /** Goes by another rule from now on; who sits out does so for as long as that one says. */
    void use(EjectionConfig next) {
        rule = next;
        window = new TrafficWindow(next);
        admit();
    }

    /** What was before does not count for the rate. */
    void admit() {
        window.begin(conduct.tally());
    }

    /** An attempt has failed: why the member is to sit out. */
    Optional<Charge> failed() {
        return rule.enabled() ? Charge.ofRow(rule, conduct.failedInARow()) : Optional.empty();
    }

    /** A part of the window is over: why the member is to sit out. */
    Optional<Charge> turn() {
        Optional<Charge> rate = Charge.ofRate(rule, window.turn(conduct.tally()));
        return failed().or(() -> rate);
    }

    /** What to tell of it if it begins now. */
    String sentence(Charge charge) {
        Ejection next = ejection.begin(0);
        return charge.words() + ", last: " + conduct.lastFailure() + "; out for " + Reasons.time(next.time(rule))
                + (next.count() == 1 ? "" : ", ejection " + next.count());
    }

    /** It sits out; answers for how long. */
    Duration begin(long nowNanos) {
        ejection = ejection.begin(nowNanos);
        return ejection.time(rule);
    }

    boolean isOut() {
        return ejection.out();
    }

    /** Lets time work; answers whether it has just brought the member back. */
    boolean isOver(long nowNanos) {
        boolean wasOut = ejection.out();
        ejection = ejection.at(nowNanos, rule);
        boolean over = wasOut && !ejection.out();
        if (over) {
            conduct.forgetFailed();
        }
        return over;
    }

    /** It sits out no longer, whatever the time. */
    void end(long nowNanos) {
        if (ejection.out()) {
            ejection = ejection.end(nowNanos);
            conduct.forgetFailed();
        }
    }
}
