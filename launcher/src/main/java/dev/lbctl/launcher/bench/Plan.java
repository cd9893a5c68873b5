package dev.lbctl.launcher.bench;

import java.net.InetSocketAddress;
import java.time.Duration;

/**
 * What is to be sent.
 *
 * @param connections how many requests are under way at once
 * @param rate requests a second; 0 for as many as there can be
 */
public record Plan(Target target, int connections, Limit limit, double rate) {

    /**
     * Who is asked for what.
     *
     * @param authority as the Host field has it, unless the message has one of its own
     */
    public record Target(InetSocketAddress address, String authority, Message message) {}

    /** When enough is sent: at so many requests, or after that time, whichever comes first. */
    public record Limit(long requests, Duration time) {}
}
