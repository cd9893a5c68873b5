package dev.lbctl.balancer.api;

/**
 * {@code PATCH /backends/{name}}.
 *
 * @param duty {@code ready}, {@code drain} or {@code maint}
 */
public record BackendChange(String duty) {}
