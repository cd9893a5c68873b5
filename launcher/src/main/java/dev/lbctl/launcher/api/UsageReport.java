package dev.lbctl.launcher.api;

import java.util.List;

/**
 * {@code GET /usage}: what the running nodes take of the machine.
 *
 * @param uptimeSeconds of the launcher, when that was looked at: two reports tell what was used between them
 */
public record UsageReport(double uptimeSeconds, List<NodeUsage> nodes) {

    /**
     * One node that runs.
     *
     * @param cpuSeconds since its process began
     * @param openFiles sockets included
     */
    public record NodeUsage(String name, long pid, double cpuSeconds, long residentBytes, int openFiles) {}
}
