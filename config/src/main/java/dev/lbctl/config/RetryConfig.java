package dev.lbctl.config;

/**
 * When a failed attempt may be repeated.
 *
 * @param attempts further attempts after the first, 0–10
 */
public record RetryConfig(int attempts) {}
