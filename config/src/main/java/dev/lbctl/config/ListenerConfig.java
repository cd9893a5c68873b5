package dev.lbctl.config;

import java.util.List;
import java.util.Set;

/**
 * Where clients send their traffic, and what is taken from them.
 *
 * @param adminPaths whether {@code /dashboard /static /metrics /status /health /algorithm /reset} on this address reach the
 *     control plane; everything else is proxied
 * @param trustedProxies whose word on the client's address and scheme is believed; nobody's when empty
 * @param allow methods that are refused unless named here
 */
public record ListenerConfig(
        Address address,
        boolean adminPaths,
        List<AddressRange> trustedProxies,
        Set<ExtraMethod> allow,
        LimitConfig limits,
        ClientTimeoutConfig timeouts,
        AccessLogConfig accessLog) {

    public ListenerConfig withAddress(Address newAddress) {
        return new ListenerConfig(newAddress, adminPaths, trustedProxies, allow, limits, timeouts, accessLog);
    }
}
