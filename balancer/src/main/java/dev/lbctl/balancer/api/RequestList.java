package dev.lbctl.balancer.api;

import java.util.List;

/** {@code GET /requests}, the newest first; and the {@code requests} event of the stream, the oldest first. */
public record RequestList(List<RequestEntry> requests) {}
