package dev.lbctl.balancer.evidence;

/** Why a member sits out. */
public enum EjectionCause {
    /** Too many failed requests in a row. */
    CONSECUTIVE,
    /** Too large a part of the requests of a while failed. */
    FAILURE_RATE
}
