package dev.lbctl.config;

/**
 * When a failed attempt may be repeated.
 *
 * @param attempts further attempts after the first, 0–10
 * @param budget repeats in percent of the requests of the last 10 s, 0–100
 * @param budgetMinimum repeats in 10 s that are always allowed, 0–10000
 * @param body the largest request body that is kept for a repeat, in bytes, 0–1 MiB
 */
public record RetryConfig(int attempts, int budget, int budgetMinimum, long body) {}
