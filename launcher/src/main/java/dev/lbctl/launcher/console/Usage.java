package dev.lbctl.launcher.console;

import dev.lbctl.launcher.api.UsageReport;
import dev.lbctl.launcher.api.UsageReport.NodeUsage;
import java.util.HashMap;
import java.util.Map;

/**
 * What a node takes of the machine at present.
 *
 * @param cpuPercent of one core
 */
public record Usage(double cpuPercent, long residentBytes, int openFiles) {

    /** By node, from two looks at a cluster; a process that is new in the second is left out. */
    public static Map<String, Usage> between(UsageReport before, UsageReport after) {
        Map<String, NodeUsage> then = new HashMap<>();
        before.nodes().forEach(node -> then.put(node.name(), node));
        double seconds = after.uptimeSeconds() - before.uptimeSeconds();
        Map<String, Usage> usage = new HashMap<>();
        for (NodeUsage now : after.nodes()) {
            NodeUsage old = then.get(now.name());
            if (old != null && old.pid() == now.pid() && seconds > 0) {
                double percent = 100 * (now.cpuSeconds() - old.cpuSeconds()) / seconds;
                usage.put(now.name(), new Usage(percent, now.residentBytes(), now.openFiles()));
            }
        }
        return usage;
    }
}
