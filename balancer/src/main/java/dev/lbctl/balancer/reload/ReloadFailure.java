package dev.lbctl.balancer.reload;

import java.time.Instant;

/**
 * A proposal that was refused, so that the configuration before it stayed in effect.
 *
 * @param by who wanted it
 * @param why in words for a person
 */
public record ReloadFailure(Instant time, String by, String why) {}
