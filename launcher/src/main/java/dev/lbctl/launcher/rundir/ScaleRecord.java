package dev.lbctl.launcher.rundir;

import java.util.Map;

/**
 * {@code scale.json}: how many nodes a person wanted while the cluster ran, in place of the configuration.
 *
 * @param copies by pool
 */
public record ScaleRecord(Map<String, Integer> copies) {}
