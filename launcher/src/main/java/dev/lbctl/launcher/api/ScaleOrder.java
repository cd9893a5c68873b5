package dev.lbctl.launcher.api;

import org.jspecify.annotations.Nullable;

/**
 * {@code POST /scale}.
 *
 * @param pool null means the pool {@code default}
 * @param copies how many nodes it is to have, 0–200
 */
public record ScaleOrder(@Nullable String pool, int copies) {}
