package dev.lbctl.config;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a process listens or is reached: a host name or literal IP address without brackets, and a port.
 *
 * @param port 0–65535; 0 asks the system for a free one
 */
public record Address(String host, int port) {
    private static final Pattern FORM = Pattern.compile("(?:\\[([0-9A-Fa-f:.]+)]|([A-Za-z0-9.-]+)):([0-9]{1,5})");
    private static final Pattern NAME =
            Pattern.compile("[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*");

    /** Reads what {@link #toString} writes; names are not looked up. */
    public static Optional<Address> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (text.length() > 300 || !form.matches()) {
            return Optional.empty();
        }
        String literal = form.group(1);
        String host = literal == null ? form.group(2) : literal;
        int port = Integer.parseInt(form.group(3));
        boolean good = port <= 65_535 && (literal == null ? isName(host) : isIpv6(host));
        return good ? Optional.of(new Address(host, port)) : Optional.empty();
    }

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

    private static boolean isName(String host) {
        return host.matches("[0-9.]+")
                ? IpLiteral.parse(host).isPresent()
                : NAME.matcher(host).matches();
    }

    private static boolean isIpv6(String host) {
        return host.indexOf(':') >= 0 && IpLiteral.parse(host).isPresent();
    }
}
