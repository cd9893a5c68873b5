package dev.lbctl.balancer.evidence;

import java.time.Duration;
import java.time.Instant;

/**
 * How one probe went.
 *
 * @param time when it began
 * @param reason why it passed or failed, in words for a person
 */
public record ProbeReport(Instant time, boolean passed, String reason, Duration took) {}
