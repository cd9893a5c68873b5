package dev.lbctl.config;

import java.util.Locale;

/** By which interface of the system sockets are driven. */
public enum TransportKind {
    /** The best one that this machine has, in the order they stand here. */
    AUTO,
    /** Linux's io_uring: what many sockets want is told to the system in one call. */
    IO_URING,
    /** Linux's epoll. */
    EPOLL,
    /** What Java has on every system. */
    NIO;

    /** As a configuration has it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
