package dev.lbctl.config;

import java.util.List;
import java.util.Set;

/**
 * Where clients send their traffic, and what is taken from them.
 *
 * @param trustedProxies whose word on the client's address and scheme is believed; nobody's when empty
 * @param allow methods that are refused unless named here
 */
public record ListenerConfig(
        SocketConfig socket,
        ExposureConfig exposure,
        List<AddressRange> trustedProxies,
        Set<ExtraMethod> allow,
        LimitConfig limits,
        ClientTimeoutConfig timeouts,
        AccessLogConfig accessLog) {

    public Address address() {
        return socket.address();
    }

    public ListenerConfig withAddress(Address newAddress) {
        SocketConfig moved = new SocketConfig(newAddress, socket.transport());
        return new ListenerConfig(moved, exposure, trustedProxies, allow, limits, timeouts, accessLog);
    }

    /** The same, with every path for the backends. */
    public ListenerConfig withoutAdminPaths() {
        ExposureConfig bare = new ExposureConfig(false, exposure.decisionHeader());
        return new ListenerConfig(socket, bare, trustedProxies, allow, limits, timeouts, accessLog);
    }

    /** See {@link ExposureConfig}. */
    public boolean adminPaths() {
        return exposure.adminPaths();
    }
}
