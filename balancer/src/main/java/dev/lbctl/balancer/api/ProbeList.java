package dev.lbctl.balancer.api;

import java.util.List;

/** {@code GET /backends/{name}/probes}: the last twenty, the newest first. */
public record ProbeList(String pool, String backend, List<ProbeEntry> probes) {}
