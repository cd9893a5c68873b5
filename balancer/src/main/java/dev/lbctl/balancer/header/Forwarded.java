package dev.lbctl.balancer.header;

import dev.lbctl.balancer.http.FieldName;
import dev.lbctl.balancer.http.Fields;
import dev.lbctl.balancer.http.HeadWriter;
import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/**
 * What a backend is told of the client behind the balancer: X-Forwarded-For, -Proto, -Host and -Prefix, and Forwarded (RFC 7239). What a
 * trusted proxy says of it goes on, with that proxy added; what anybody else says is replaced.
 */
final class Forwarded {
    private static final String PROTO = "http";

    private Forwarded() {}

    static boolean owns(@Nullable FieldName name) {
        return name == FieldName.X_FORWARDED_FOR
                || name == FieldName.X_FORWARDED_PROTO
                || name == FieldName.X_FORWARDED_HOST
                || name == FieldName.X_FORWARDED_PREFIX
                || name == FieldName.FORWARDED;
    }

    /** Whether a field tells of the client behind a proxy, by names of ours or others in use: from most peers a mere claim. */
    static boolean isClaimed(Fields fields, int i) {
        return fields.isNamedLike(i, "X-Forwarded-") || fields.isNamedAlike(i, "X-Real-IP");
    }

    static void write(ByteBuf out, Request request, Rewrite rewrite) {
        Fields fields = request.head().fields();
        String host = request.host();
        Peer peer = request.peer();
        HeaderEdits edits = rewrite.request();
        edits.writeOwn(out, FieldName.X_FORWARDED_FOR, after(fields, FieldName.X_FORWARDED_FOR, peer, peer.address()));
        String proto = said(fields, FieldName.X_FORWARDED_PROTO, peer);
        edits.writeOwn(out, FieldName.X_FORWARDED_PROTO, proto == null ? PROTO : proto);
        String before = said(fields, FieldName.X_FORWARDED_HOST, peer);
        String forwardedHost = before == null ? host : before;
        if (forwardedHost != null) {
            edits.writeOwn(out, FieldName.X_FORWARDED_HOST, forwardedHost);
        }
        String prefix = prefix(fields, peer, rewrite);
        if (!prefix.isEmpty()) {
            edits.writeOwn(out, FieldName.X_FORWARDED_PREFIX, prefix);
        }
        if (!edits.leavesOutOwn(FieldName.FORWARDED)) {
            HeadWriter.begin(out, FieldName.FORWARDED);
            HeadWriter.text(out, after(fields, FieldName.FORWARDED, peer, ""));
            writeElement(out, peer, host);
        }
    }

    /** All that was cut off the target's start: by the proxies before, and here. */
    private static String prefix(Fields fields, Peer peer, Rewrite rewrite) {
        String before = said(fields, FieldName.X_FORWARDED_PREFIX, peer);
        return before == null ? rewrite.prefix() : before + rewrite.prefix();
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
    private static void writeElement(ByteBuf out, Peer peer, @Nullable String host) {
        boolean colons = peer.address().indexOf(':') >= 0;
        HeadWriter.text(out, colons ? "for=\"[" : "for=");
        HeadWriter.text(out, peer.address());
        HeadWriter.text(out, colons ? "]\"" : "");
        if (host != null) {
            HeadWriter.text(out, ";host=\"");
            HeadWriter.text(out, host);
            HeadWriter.text(out, "\"");
        }
        HeadWriter.text(out, ";proto=");
        HeadWriter.text(out, PROTO);
        HeadWriter.end(out);
    }
}
