package dev.lbctl.balancer.head;

import dev.lbctl.balancer.http.FieldName;
import dev.lbctl.balancer.http.Fields;
import dev.lbctl.balancer.http.Flaw;
import dev.lbctl.balancer.http.Version;
import org.jspecify.annotations.Nullable;

/** Tells whether a request names the host it is for, once and well-formed (RFC 9112, section 3.2). */
final class HostRule {
    private HostRule() {}

    /** Why the request has no one host, null when it has; HTTP/1.0 may do without. */
    static @Nullable Flaw flaw(RequestLine line, Fields fields) {
        int host = fields.next(FieldName.HOST, 0);
        if (host < 0) {
            return line.version() == Version.HTTP_1_0 ? null : Flaw.HOST_MISSING;
        }
        if (fields.next(FieldName.HOST, host + 1) >= 0) {
            return Flaw.HOST_REPEATED;
        }
        if (!fields.passes(host, Authority::isSound)) {
            return Flaw.HOST;
        }
        return isNamedByTarget(line, fields, host) ? null : Flaw.HOST_DIFFERS;
    }

    /** A target that is not absolute names none. */
    private static boolean isNamedByTarget(RequestLine line, Fields fields, int host) {
        if (line.form() != TargetForm.ABSOLUTE) {
            return true;
        }
        return fields.value(host).equalsIgnoreCase(line.authority());
    }
}
