package dev.lbctl.balancer.head;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.lbctl.balancer.http.Octets;

/** Names of methods, without a new string for the usual ones. */
final class Methods {
    private static final String[] USUAL = {"GET", "POST", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS", "CONNECT"};

    private Methods() {}

    static String text(byte[] bytes, int from, int to) {
        for (String method : USUAL) {
            if (Octets.equal(method, bytes, from, to)) {
                return method;
            }
        }
        return new String(bytes, from, to - from, ISO_8859_1);
    }
}
