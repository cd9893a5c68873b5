package dev.lbctl.balancer.reload;

import dev.lbctl.config.file.ConfigResult;
import java.util.function.Predicate;

/**
 * A configuration that somebody wants in effect.
 *
 * @param read what reading it came to
 * @param by who wants it, in words for a person, e.g. {@code PUT /config}
 * @param expects whether the configuration with this tag is the one that it is to replace
 * @param dryRun whether it is only to be looked at
 */
public record Proposal(ConfigResult read, String by, Predicate<String> expects, boolean dryRun) {}
