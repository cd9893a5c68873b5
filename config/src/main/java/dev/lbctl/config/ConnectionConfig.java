package dev.lbctl.config;

import java.time.Duration;

/**
 * The connections to a pool's backends.
 *
 * @param max requests in flight per backend at once, 1–1000000; {@link Integer#MAX_VALUE} when unlimited
 * @param idle connections kept per backend and event loop, 0–100000
 * @param idleFor how long an unused one is kept
 * @param maxAge how long one is used before a fresh one takes its place
 */
public record ConnectionConfig(int max, int idle, Duration idleFor, Duration maxAge) {}
