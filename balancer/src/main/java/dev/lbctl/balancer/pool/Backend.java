package dev.lbctl.balancer.pool;

/**
 * A server that takes traffic: its name in the pool and where it listens.
 *
 * @param host a name or a literal address without brackets
 * @param port 1–65535
 */
public record Backend(String name, String host, int port) {

    public String url() {
        return "http://" + authority();
    }

    /** Host and port, as a Host field has them. */
    public String authority() {
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
    }
}
