package dev.lbctl.config;

/** Where the launcher's management API listens. */
public record ManagementConfig(Address address) {}
