package dev.lbctl.launcher.api;

import dev.lbctl.balancer.api.ConfigReport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /reload}: what the configuration has otherwise than the one before.
 *
 * @param applied whether it is in force; false of a dry run
 * @param file what was read; null when the cluster was started without a file
 * @param summary in one line
 * @param nodes what becomes of nodes, one sentence each
 * @param notes what else is to be said, one sentence each
 * @param restarting nodes that are restarted in turn from now on; {@code GET /rolling} tells how far that is
 */
public record ReloadReport(
        boolean applied,
        @Nullable String file,
        String summary,
        List<ConfigReport.Change> changes,
        List<String> nodes,
        List<String> notes,
        List<String> restarting) {}
