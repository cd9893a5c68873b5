package dev.lbctl.launcher.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /rolling}.
 *
 * @param nodes names of nodes and of pools; null or empty means every node but the balancer
 * @param maxUnavailable how many are restarted at a time; null means one
 */
public record RollingOrder(
        @Nullable List<String> nodes, @Nullable Integer maxUnavailable) {}
