package dev.lbctl.config;

import java.time.Duration;

/**
 * How long the balancer waits for a member; none is infinite.
 *
 * @param connect for the TCP connection
 * @param responseHead from the request's last byte to the head of the answer, in one attempt
 * @param idle between two bytes of a body, either way
 * @param queue for a member that may take one more request
 * @param answer from the request's last byte to the head of the answer, all attempts and all waiting together; at least {@code
 *     responseHead}
 * @param upgrade without a byte in either direction of a WebSocket or another upgraded connection; when one side has ended, it is
 *     {@code idle} that counts
 */
public record TimeoutConfig(
        Duration connect, Duration responseHead, Duration idle, Duration queue, Duration answer, Duration upgrade) {}
