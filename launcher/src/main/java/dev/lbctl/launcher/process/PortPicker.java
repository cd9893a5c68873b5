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
        return obstacle(address).isEmpty();
    }

    /** Why one cannot listen there now, in the system's words; empty when one can. */
    public static Optional<String> obstacle(Address address) {
        try {
            bind(address);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** The address itself, or with a free port of the system's choice when its port is 0 and there is one. */
    public static Address resolve(Address address) {
        try {
            return address.port() == 0 ? address.withPort(bind(address)) : address;
        } catch (IOException noneFree) {
            return address;
        }
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

    private static int bind(Address address) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address.host(), address.port()));
            return socket.getLocalPort();
        }
    }
}
