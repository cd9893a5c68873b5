package dev.lbctl.config;

/**
 * Where clients send their traffic.
 *
 * @param adminPaths whether {@code /dashboard /static /metrics /status /health /algorithm /reset} on this address reach the
 *     control plane; everything else is proxied
 */
public record ListenerConfig(Address address, boolean adminPaths) {}
