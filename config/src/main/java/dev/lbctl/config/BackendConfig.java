package dev.lbctl.config;

/** A server that runs already. The name is unique in its pool; it defaults to the address. */
public record BackendConfig(String name, Address address) {}
