package dev.lbctl.balancer.pool;

/**
 * A backend as one snapshot saw it.
 *
 * @param reason why its health is what it is, in words for a person
 */
public record Member(Backend backend, Health health, String reason, Duty duty, Load load) {

    public String name() {
        return backend.name();
    }

    /** Whether it may be given a new request. */
    public boolean isEligible() {
        return health == Health.UP && duty == Duty.READY;
    }
}
