package dev.lbctl.config;

/**
 * Where requests wait when every backend has as many as {@code connections.max}.
 *
 * @param size how many may wait, 0–1000000; with 0 none does
 */
public record QueueConfig(int size) {}
