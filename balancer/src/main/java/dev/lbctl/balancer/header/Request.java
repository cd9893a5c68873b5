package dev.lbctl.balancer.header;

import dev.lbctl.balancer.http.FieldName;
import dev.lbctl.balancer.http.Fields;
import dev.lbctl.balancer.http.RequestHead;
import dev.lbctl.balancer.http.Version;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks for.
 *
 * @param host as the head names it
 * @param id what the request is called on every hop
 */
public record Request(RequestHead head, @Nullable String host, CharSequence id, Peer peer) {
    private static final Set<String> IDEMPOTENT = Set.of("GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE");

    /** Whether repeating it does no harm (RFC 9110, section 9.2.2). */
    public boolean isIdempotent() {
        return IDEMPOTENT.contains(head.method());
    }

    /** Whether the client waits to be told to go on before it sends the body; one of HTTP/1.0 does not. */
    public boolean expectsContinue() {
        return head.version() == Version.HTTP_1_1 && head.fields().lists(FieldName.EXPECT, "100-continue");
    }

    /** Whether its client may learn what goes on behind the balancer: it asks from this machine, and not for somebody else. */
    public boolean isLocal() {
        Fields fields = head.fields();
        return peer.local()
                && !fields.contains(FieldName.X_FORWARDED_FOR)
                && !fields.contains(FieldName.FORWARDED)
                && !fields.contains(FieldName.VIA);
    }

    /** Whether the client's own connection is encrypted: by the word of a trusted proxy, since none is that ends here. */
    public boolean isEncrypted() {
        String proto = peer.trusted() ? head.fields().first(FieldName.X_FORWARDED_PROTO) : null;
        return proto != null && proto.regionMatches(true, 0, "https", 0, "https".length());
    }
}
