package dev.lbctl.config;

/** Where clients connect, and how sockets are driven. */
public record SocketConfig(Address address, TransportKind transport) {}
