package dev.lbctl.config;

/** How a pool's requests are passed on, whoever its members are; its keys stand directly in the pool. */
public record TrafficConfig(
        RetryConfig retry, TimeoutConfig timeouts, ConnectionConfig connections, QueueConfig queue, HostHeader host) {}
