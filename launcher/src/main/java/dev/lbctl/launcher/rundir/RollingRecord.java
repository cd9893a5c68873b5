package dev.lbctl.launcher.rundir;

import java.util.List;

/**
 * {@code rolling.json}: a rolling restart that is under way.
 *
 * @param left the nodes that are not back yet, the next one first
 */
public record RollingRecord(List<String> left, int maxUnavailable) {}
