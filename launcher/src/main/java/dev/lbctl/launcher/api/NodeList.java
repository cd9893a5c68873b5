package dev.lbctl.launcher.api;

import java.util.List;

/** {@code GET /nodes}. */
public record NodeList(List<NodeStatus> nodes) {}
