package dev.lbctl.balancer.http;

/**
 * A response up to its body, with one meaning only (RFC 9112, section 4).
 *
 * @param status 100 to 599
 * @param reason may be empty
 */
public record ResponseHead(Version version, int status, String reason, Fields fields, Framing framing) {

    /** Whether another request may follow on this connection (RFC 9112, section 9.3). */
    public boolean keepsAlive() {
        return framing.kind() != Framing.Kind.UNTIL_CLOSE && Persistence.isWanted(version, fields);
    }

    /** Whether another response to the same request follows; with 101 it does in the protocol it names. */
    public boolean isInterim() {
        return status < 200;
    }
}
