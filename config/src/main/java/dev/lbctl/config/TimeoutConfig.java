package dev.lbctl.config;

import java.time.Duration;

/**
 * How long the balancer waits for a member; none is infinite.
 *
 * @param connect for the TCP connection
 * @param responseHead from the request's last byte to the head of the answer
 * @param idle between two bytes of a body, either way
 */
public record TimeoutConfig(Duration connect, Duration responseHead, Duration idle) {}
