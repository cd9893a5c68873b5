package dev.lbctl.balancer.api;

/**
 * One pool.
 *
 * @param backends all that are in it
 * @param healthy those that are fit: up and ready
 * @param panic whether so few are fit that all that are ready get requests
 */
public record PoolStatus(String name, String algorithm, int backends, int healthy, boolean panic) {}
