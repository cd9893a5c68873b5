package dev.lbctl.balancer.api;

import java.time.Instant;

/**
 * One probe of a backend.
 *
 * @param time when it began
 * @param reason why it passed or failed, in words for a person, e.g. {@code HTTP 200}
 */
public record ProbeEntry(Instant time, boolean passed, String reason, double durationMs) {}
