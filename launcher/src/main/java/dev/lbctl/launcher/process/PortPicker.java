package dev.lbctl.launcher.process;

import dev.lbctl.config.Address;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Optional;
import java.util.Set;

/** Finds ports nobody listens on. What it found may be taken a moment later: whoever binds must still be ready to fail. */
public final class PortPicker {
    private static final int LAST_PORT = 65_535;

    private PortPicker() {}

    /** Whether one could listen there now. */
    public static boolean isFree(Address address) {
        return bind(address).isPresent();
    }

    /** The address itself, or with a free port of the system's choice when its port is 0. */
    public static Address resolve(Address address) {
        return address.port() == 0 ? address.withPort(bind(address).orElse(0)) : address;
    }

    /** The first free address from {@code wanted} upwards whose port is not in {@code taken}; empty when there is none. */
    public static Optional<Address> nextFree(Address wanted, Set<Integer> taken) {
        for (int port = wanted.port(); port <= LAST_PORT; port++) {
            if (!taken.contains(port) && isFree(wanted.withPort(port))) {
                return Optional.of(wanted.withPort(port));
            }
        }
        return Optional.empty();
    }

    private static Optional<Integer> bind(Address address) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address.host(), address.port()));
            return Optional.of(socket.getLocalPort());
        } catch (IOException taken) {
            return Optional.empty();
        }
    }
}
