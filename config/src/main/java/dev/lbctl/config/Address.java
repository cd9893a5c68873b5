package dev.lbctl.config;

/**
 * Where a process listens or is reached: a host name or literal IP address without brackets, and a port.
 *
 * @param port 0–65535; 0 asks the system for a free one
 */
public record Address(String host, int port) {

    /** {@code host:port}, an IPv6 literal in brackets (RFC 3986, section 3.2.2). */
    @Override
    public String toString() {
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
    }

    public String url() {
        return "http://" + this;
    }

    /** Whether only this machine can reach it. */
    public boolean isLoopback() {
        return host.equals("localhost") || host.equals("::1") || host.startsWith("127.");
    }

    public Address withPort(int newPort) {
        return new Address(host, newPort);
    }
}
