package dev.lbctl.config;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When a node that was started is ready; when the file does not tell, as the pool's probes have it.
 *
 * @param http the path that a GET is answered with 200–399; null when a connection is proof enough ({@code tcp: true} in the file)
 * @param timeout how long it may take
 */
public record ReadyConfig(@Nullable String http, Duration timeout) {}
