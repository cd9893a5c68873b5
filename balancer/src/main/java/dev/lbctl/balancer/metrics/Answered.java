package dev.lbctl.balancer.metrics;

import org.jspecify.annotations.Nullable;

/**
 * What a client got.
 *
 * @param status 0 when nothing could be sent
 * @param bytesIn of the request's body, as far as it was read
 * @param bytesOut of the answer's body, as far as it was handed over
 * @param cause why the answer is our own or broken; null when the backend's was relayed whole
 */
public record Answered(
        int status, long bytesIn, long bytesOut, @Nullable String cause) {}
