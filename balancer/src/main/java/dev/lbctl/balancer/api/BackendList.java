package dev.lbctl.balancer.api;

import java.util.List;

/** {@code GET /backends}. */
public record BackendList(List<BackendStatus> backends) {}
