package dev.lbctl.balancer.header;

import dev.lbctl.balancer.http.Version;

/** What this hop adds to Via (RFC 9110, section 7.6.3): how the message came, and by whom it went on. */
final class Via {

    private Via() {}

    static String after(Version received) {
        return received == Version.HTTP_1_1 ? "1.1 lbctl" : "1.0 lbctl";
    }
}
