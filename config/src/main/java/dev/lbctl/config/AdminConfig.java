package dev.lbctl.config;

/** Where the balancer's admin API listens. */
public record AdminConfig(Address address) {}
