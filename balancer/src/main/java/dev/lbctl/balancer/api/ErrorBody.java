package dev.lbctl.balancer.api;

/**
 * Every answer that says no.
 *
 * @param error a stable word, e.g. {@code unknown_backend}
 * @param detail what was wrong, with the offending value
 * @param hint what to do next
 */
public record ErrorBody(String error, String detail, String hint) {}
