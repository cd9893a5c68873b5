package dev.lbctl.launcher.bench;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
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
     * @param authority as the Host field has it
     */
    public record Target(InetSocketAddress address, String authority, String method, String path) {

        byte[] request() {
            String length = method.equals("GET") || method.equals("HEAD") ? "" : "Content-Length: 0\r\n";
            String head = method + " " + path + " HTTP/1.1\r\nHost: " + authority
                    + "\r\nUser-Agent: lbctl-bench\r\nAccept: */*\r\n" + length + "\r\n";
            return head.getBytes(StandardCharsets.US_ASCII);
        }
    }

    /** When enough is sent: at so many requests, or after that time, whichever comes first. */
    public record Limit(long requests, Duration time) {}
}
