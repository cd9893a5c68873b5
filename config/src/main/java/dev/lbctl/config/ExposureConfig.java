package dev.lbctl.config;

/**
 * What clients get to see of the balancer itself.
 *
 * @param adminPaths whether {@code /dashboard /static /metrics /status /health /algorithm /reset} on the listener's address reach
 *     the control plane; everything else is proxied
 * @param decisionHeader whether answers to clients on this machine, behind no proxy, say in {@code X-Lb-Decision} where the request
 *     went
 */
public record ExposureConfig(boolean adminPaths, boolean decisionHeader) {}
