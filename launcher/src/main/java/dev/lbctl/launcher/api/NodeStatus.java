package dev.lbctl.launcher.api;

import org.jspecify.annotations.Nullable;

/**
 * One supervised process.
 *
 * @param role {@code balancer} or {@code server}
 * @param address {@code host:port} of its traffic
 * @param pid null while no process runs
 * @param state {@code starting ready stopping stopped crashed failed}
 * @param restarts how often it was restarted after a crash
 * @param uptimeSeconds of the process; 0 while none runs
 * @param reason why it is in this state, in words for a person
 * @param log the file its output goes to
 * @param fault how it misbehaves on purpose; null for a node that cannot
 */
public record NodeStatus(
        String name,
        String role,
        String address,
        @Nullable Long pid,
        String state,
        int restarts,
        double uptimeSeconds,
        String reason,
        String log,
        @Nullable FaultStatus fault) {}
