package dev.lbctl.balancer.header;

import dev.lbctl.balancer.http.Cookies;
import dev.lbctl.balancer.http.FieldLines;
import dev.lbctl.balancer.http.FieldName;
import dev.lbctl.balancer.http.Fields;
import dev.lbctl.balancer.http.Framing;
import dev.lbctl.balancer.http.HeadWriter;
import dev.lbctl.balancer.http.RequestHead;
import dev.lbctl.balancer.http.Version;
import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/** The head that a backend gets for a client's request. Pure. */
public final class RequestHeader {
    private static final String TRAILERS = "trailers";

    private final Request request;
    private final RequestHead head;
    private final Fields fields;
    private final Rewrite rewrite;

    private RequestHeader(Request request, Rewrite rewrite) {
        this.request = request;
        this.head = request.head();
        this.fields = head.fields();
        this.rewrite = rewrite;
    }

    /**
     * Writes it whole.
     *
     * @param host whom to ask: the Host field
     * @param rewrite what is changed on the way
     */
    public static void write(ByteBuf out, Request request, String host, Rewrite rewrite) {
        new RequestHeader(request, rewrite).write(out, host);
    }

    private void write(ByteBuf out, String host) {
        HeadWriter.requestLine(out, head.method(), rewrite.target(head.originTarget()));
        HeadWriter.field(out, FieldName.HOST, host);
        HeaderEdits edits = rewrite.request();
        HopByHop hopByHop = HopByHop.of(fields);
        FieldLines lines = new FieldLines(fields, out);
        for (int i = 0; i < fields.size(); i++) {
            if (isPassedOn(i) && !hopByHop.contains(fields, i) && !edits.leavesOut(fields, i)) {
                writeField(out, lines, i);
            }
        }
        lines.end();
        Forwarded.write(out, request, rewrite);
        edits.writeOwn(out, FieldName.X_REQUEST_ID, request.id());
        edits.writeOwn(out, FieldName.VIA, Via.after(head.version()));
        edits.writeLines(out);
        writeConnection(out);
        HeadWriter.end(out);
    }

    private void writeField(ByteBuf out, FieldLines lines, int i) {
        String ours = rewrite.sessionCookie();
        if (ours == null || fields.known(i) != FieldName.COOKIE) {
            lines.add(i);
            return;
        }
        lines.end();
        String theirs = Cookies.without(fields.value(i), ours);
        if (theirs != null) {
            HeadWriter.field(out, fields.name(i), theirs);
        }
    }

    /** What is ours, or would be taken for it elsewhere, stays behind. */
    private boolean isPassedOn(int i) {
        return !isOurs(fields.known(i))
                && !fields.mimics(i)
                && (request.peer().trusted() || !Forwarded.isClaimed(fields, i))
                && !(fields.known(i) == FieldName.EXPECT && head.version() == Version.HTTP_1_0);
    }

    /** Fields that are written anew below. */
    private static boolean isOurs(@Nullable FieldName known) {
        return known == FieldName.HOST || known == FieldName.X_REQUEST_ID || Forwarded.owns(known);
    }

    private void writeConnection(ByteBuf out) {
        if (head.framing().kind() == Framing.Kind.CHUNKED) {
            HeadWriter.field(out, FieldName.TRANSFER_ENCODING, "chunked");
        }
        boolean trailers = fields.lists(FieldName.TE, TRAILERS);
        if (trailers) {
            HeadWriter.field(out, FieldName.TE, TRAILERS);
        }
        if (Upgrade.isWanted(head)) {
            HeadWriter.field(out, FieldName.CONNECTION, trailers ? "upgrade, te" : "upgrade");
            HeadWriter.field(out, FieldName.UPGRADE, Upgrade.wanted(head));
        } else if (trailers) { // RFC 9110, section 10.1.4
            HeadWriter.field(out, FieldName.CONNECTION, "te");
        }
    }
}
