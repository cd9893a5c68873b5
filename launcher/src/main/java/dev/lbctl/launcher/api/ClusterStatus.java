package dev.lbctl.launcher.api;

import java.util.List;

/**
 * {@code GET /status}: the cluster as its launcher sees it.
 *
 * @param phase {@code starting}, {@code ready} or {@code stopping}
 * @param uptimeSeconds of the launcher
 * @param nodes the balancer first, then the servers in natural order
 */
public record ClusterStatus(
        String cluster,
        String version,
        String phase,
        long launcherPid,
        double uptimeSeconds,
        Urls urls,
        List<NodeStatus> nodes) {

    /** Where a person or a program reaches the cluster; none ends in a slash. */
    public record Urls(String traffic, String admin, String management, String dashboard) {}
}
