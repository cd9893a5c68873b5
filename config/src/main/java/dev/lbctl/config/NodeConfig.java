package dev.lbctl.config;

/**
 * The nodes the launcher starts for a pool.
 *
 * @param sample how many sample servers, 1–200
 * @param firstPort the first one's port, 1–65535; the others follow, each at the next free one
 */
public record NodeConfig(int sample, int firstPort) {}
