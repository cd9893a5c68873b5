package dev.lbctl.balancer.header;

import dev.lbctl.balancer.http.FieldName;
import dev.lbctl.balancer.http.Fields;
import dev.lbctl.balancer.http.HeadWriter;
import dev.lbctl.balancer.http.RequestHead;
import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/**
 * What a backend is told of the client behind the balancer: X-Forwarded-For, -Proto and -Host, and Forwarded (RFC 7239). What a
 * trusted proxy says of it goes on, with that proxy added; what anybody else says is replaced.
 */
final class Forwarded {
    private static final String PROTO = "http";

    private Forwarded() {}

    static boolean owns(@Nullable FieldName name) {
        return name == FieldName.X_FORWARDED_FOR
                || name == FieldName.X_FORWARDED_PROTO
                || name == FieldName.X_FORWARDED_HOST
                || name == FieldName.FORWARDED;
    }

    static void write(ByteBuf out, RequestHead head, Peer peer) {
        Fields fields = head.fields();
        String host = head.host();
        HeadWriter.field(
                out, FieldName.X_FORWARDED_FOR, after(fields, FieldName.X_FORWARDED_FOR, peer, peer.address()));
        String proto = said(fields, FieldName.X_FORWARDED_PROTO, peer);
        HeadWriter.field(out, FieldName.X_FORWARDED_PROTO, proto == null ? PROTO : proto);
        String before = said(fields, FieldName.X_FORWARDED_HOST, peer);
        String forwardedHost = before == null ? host : before;
        if (forwardedHost != null) {
            HeadWriter.field(out, FieldName.X_FORWARDED_HOST, forwardedHost);
        }
        HeadWriter.field(out, FieldName.FORWARDED, after(fields, FieldName.FORWARDED, peer, element(peer, host)));
    }

    /** A list to which this hop's element is appended, or which begins with it. */
    private static String after(Fields fields, FieldName name, Peer peer, String element) {
        if (!peer.trusted() || !fields.contains(name)) {
            return element;
        }
        StringBuilder list = new StringBuilder();
        fields.forEachElement(name, before -> list.append(before).append(", "));
        return list.append(element).toString();
    }

    private static @Nullable String said(Fields fields, FieldName name, Peer peer) {
        return peer.trusted() ? fields.first(name) : null;
    }

    /** RFC 7239, sections 4 and 6: an IPv6 address stands in brackets, and what is no token stands in quotes. */
    private static String element(Peer peer, @Nullable String host) {
        String client = peer.address().indexOf(':') < 0 ? peer.address() : "\"[" + peer.address() + "]\"";
        return "for=" + client + (host == null ? "" : ";host=\"" + host + "\"") + ";proto=" + PROTO;
    }
}
