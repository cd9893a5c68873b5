package dev.lbctl.balancer.head;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.lbctl.balancer.http.Flaw;
import dev.lbctl.balancer.http.Octets;
import dev.lbctl.balancer.http.Version;
import org.jspecify.annotations.Nullable;

/** A status line (RFC 9112, section 4): the one read last. A missing reason may take its space with it, as many servers do. */
final class StatusLine implements StartLine {
    private static final int STATUS = "HTTP/1.1 ".length();
    private static final int REASON = "HTTP/1.1 200 ".length();

    private Version version = Version.HTTP_1_1;
    private int status;
    private String reason = "";

    @Override
    public int octets() {
        return Octets.TEXT;
    }

    @Override
    public @Nullable Flaw startFlaw(byte first) {
        return first == 'H' ? null : Flaw.STATUS_LINE;
    }

    @Override
    public boolean mayFollowEmptyLine() {
        return false;
    }

    @Override
    public @Nullable Flaw read(byte[] bytes, int from, int to) {
        int versionEnd = from + STATUS - 1;
        int statusEnd = from + REASON - 1;
        if (to < statusEnd
                || bytes[versionEnd] != ' '
                || (to > statusEnd && bytes[statusEnd] != ' ')
                || !Version.isWellFormed(bytes, from, versionEnd)
                || !Octets.are(Octets.DIGIT, bytes, from + STATUS, statusEnd)) {
            return Flaw.STATUS_LINE;
        }
        Version named = Version.of(bytes, from, versionEnd);
        if (named == null) {
            return Flaw.VERSION;
        }
        version = named;
        status = number(bytes, from + STATUS);
        int reasonStart = Math.min(to, from + REASON);
        if (!Octets.equal(reason, bytes, reasonStart, to)) { // Mostly it is the one before.
            reason = new String(bytes, reasonStart, to - reasonStart, ISO_8859_1);
        }
        return status < 100 || status > 599 ? Flaw.STATUS : null;
    }

    Version version() {
        return version;
    }

    int status() {
        return status;
    }

    String reason() {
        return reason;
    }

    private static int number(byte[] bytes, int at) {
        return (bytes[at] - '0') * 100 + (bytes[at + 1] - '0') * 10 + bytes[at + 2] - '0';
    }
}
