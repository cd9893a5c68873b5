package dev.lbctl.config;

import java.time.Duration;

/**
 * How long the listener waits for a client; none is infinite.
 *
 * @param head from the first byte of a request to the end of its head
 * @param keepAlive for the next request on a connection
 * @param halfClose for the answer to begin when the client has closed its sending side after a whole request, before it is taken
 *     for gone; zero takes it for gone at once
 */
public record ClientTimeoutConfig(Duration head, Duration keepAlive, Duration halfClose) {}
