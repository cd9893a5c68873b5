package dev.lbctl.balancer.pool;

import dev.lbctl.balancer.evidence.Evidence;

/**
 * A backend as one snapshot saw it.
 *
 * @param reason why its health is what it is, in words for a person
 */
public record Member(
        Backend backend, Health health, String reason, Duty duty, Weight weight, Load load, Evidence evidence) {

    public String name() {
        return backend.name();
    }

    /** Whether it is meant to take new requests, and able to. */
    public boolean isFit() {
        return health == Health.UP && isMeantToServe();
    }

    boolean isMeantToServe() {
        return duty == Duty.READY;
    }

    /** With all of its weight, since only a member that stays up warms up. */
    Member with(Health newHealth, String newReason) {
        return new Member(backend, newHealth, newReason, duty, weight.warm(), load, evidence);
    }

    Member with(Duty newDuty) {
        return new Member(backend, health, reason, newDuty, weight, load, evidence);
    }

    Member with(Weight newWeight) {
        return new Member(backend, health, reason, duty, newWeight, load, evidence);
    }

    /** With as much as now of another weight. */
    Member wanting(int newWeight) {
        return with(weight.wanting(newWeight));
    }

    /** With what is wanted of it from now on; one that was down or ejected is unknown until its next probe. */
    Member announcedAgain(Duty newDuty, int newWeight) {
        Member wanted = with(newDuty).wanting(newWeight);
        boolean unfit = health == Health.DOWN || health == Health.EJECTED;
        return unfit ? wanted.with(Health.UNKNOWN, "announced again") : wanted;
    }
}
