package dev.lbctl.balancer.head;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.lbctl.balancer.http.Flaw;
import dev.lbctl.balancer.http.Octets;
import dev.lbctl.balancer.http.Version;
import org.jspecify.annotations.Nullable;

/** A request line (RFC 9112, section 3): the one read last. */
final class RequestLine implements StartLine {
    private String method = "";
    private String target = "";
    private Version version = Version.HTTP_1_1;
    private TargetForm form = TargetForm.ORIGIN;

    @Override
    public int octets() {
        return Octets.ASCII;
    }

    @Override
    public @Nullable Flaw startFlaw(byte first) {
        return Octets.are(Octets.TOKEN, first) ? null : Flaw.ofOctet(first, Flaw.METHOD);
    }

    @Override
    public boolean mayFollowEmptyLine() {
        return true;
    }

    @Override
    public @Nullable Flaw read(byte[] bytes, int from, int to) {
        int methodEnd = wordEnd(bytes, from, to);
        int targetStart = methodEnd + 1;
        int targetEnd = wordEnd(bytes, targetStart, to);
        int versionStart = targetEnd + 1;
        if (targetEnd <= targetStart || versionStart >= to || wordEnd(bytes, versionStart, to) < to) {
            return Flaw.REQUEST_LINE;
        }
        if (!Octets.are(Octets.TOKEN, bytes, from, methodEnd)) {
            return Flaw.METHOD;
        }
        Version named = Version.of(bytes, versionStart, to);
        if (named == null) {
            return Version.isWellFormed(bytes, versionStart, to) ? Flaw.VERSION : Flaw.REQUEST_LINE;
        }
        version = named;
        method = Methods.text(bytes, from, methodEnd);
        if (!Octets.equal(target, bytes, targetStart, targetEnd)) { // Many ask for the same again.
            target = new String(bytes, targetStart, targetEnd - targetStart, ISO_8859_1);
        }
        TargetForm found = TargetForm.of(method, bytes, targetStart, targetEnd);
        form = found == null ? form : found;
        return found == null ? Flaw.TARGET : null;
    }

    String method() {
        return method;
    }

    String target() {
        return target;
    }

    Version version() {
        return version;
    }

    TargetForm form() {
        return form;
    }

    /** Whom an absolute target names. */
    String authority() {
        byte[] bytes = target.getBytes(ISO_8859_1);
        int start = TargetForm.authorityStart(bytes, 0, bytes.length);
        return new String(bytes, start, TargetForm.authorityEnd(bytes, start, bytes.length) - start, ISO_8859_1);
    }

    private static int wordEnd(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && bytes[at] != ' ') {
            at++;
        }
        return at;
    }
}
