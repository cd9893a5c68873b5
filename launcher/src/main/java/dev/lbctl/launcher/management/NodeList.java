package dev.lbctl.launcher.management;

import java.util.List;

/** {@code GET /nodes}. */
public record NodeList(List<NodeStatus> nodes) {}
