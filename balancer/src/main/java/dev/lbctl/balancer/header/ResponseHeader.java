package dev.lbctl.balancer.header;

import dev.lbctl.balancer.http.FieldLines;
import dev.lbctl.balancer.http.FieldName;
import dev.lbctl.balancer.http.Fields;
import dev.lbctl.balancer.http.Framing;
import dev.lbctl.balancer.http.HeadWriter;
import dev.lbctl.balancer.http.RequestHead;
import dev.lbctl.balancer.http.ResponseHead;
import dev.lbctl.balancer.http.Version;
import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/** The head that a client gets for a backend's answer. Pure. */
public final class ResponseHeader {
    private static final int NO_CONTENT = 204;

    private ResponseHeader() {}

    /** How the answer's end is told to the client: one of HTTP/1.0 knows no chunks. */
    public static Framing framing(ResponseHead in, RequestHead request) {
        return switch (in.framing().kind()) {
            case NONE, LENGTH -> in.framing();
            case CHUNKED, UNTIL_CLOSE -> request.version() == Version.HTTP_1_1 ? Framing.CHUNKED : Framing.UNTIL_CLOSE;
        };
    }

    public static void write(ByteBuf out, ResponseHead in, Terms terms) {
        HeadWriter.statusLine(out, in.status(), in.reason());
        writeEndToEnd(out, in, terms.edits());
        if (framing(in, terms.request().head()).kind() == Framing.Kind.CHUNKED) {
            HeadWriter.field(out, FieldName.TRANSFER_ENCODING, "chunked");
        }
        writeSession(out, in, terms);
        terms.edits().writeOwn(out, FieldName.X_REQUEST_ID, terms.request().id());
        terms.edits().writeOwn(out, FieldName.VIA, Via.after(in.version()));
        terms.edits().writeLines(out);
        String decision = terms.decision();
        if (decision != null) {
            HeadWriter.field(out, "X-Lb-Decision", decision);
        }
        if (!terms.keepAlive()) {
            HeadWriter.field(out, FieldName.CONNECTION, "close");
        } else if (terms.request().head().version() == Version.HTTP_1_0) {
            HeadWriter.field(out, FieldName.CONNECTION, "keep-alive");
        }
        HeadWriter.end(out);
    }

    /** What is one client's own, no cache may keep for others (RFC 9111, section 7.3), unless the answer says itself who may. */
    private static void writeSession(ByteBuf out, ResponseHead in, Terms terms) {
        String session = terms.session();
        if (session != null) {
            HeadWriter.field(out, FieldName.SET_COOKIE, session);
            boolean told = in.fields().contains(FieldName.CACHE_CONTROL)
                    || terms.edits().adds(FieldName.CACHE_CONTROL);
            if (isStored(terms.request().head().method()) && !told) {
                terms.edits().writeOwn(out, FieldName.CACHE_CONTROL, "private");
            }
        }
    }

    /** Whether caches keep answers that do not mention them. */
    private static boolean isStored(String method) {
        return method.equals("GET") || method.equals("HEAD");
    }

    /** An interim answer (RFC 9110, section 15.2); of the edits, only what they leave out concerns it. */
    public static void writeInterim(ByteBuf out, ResponseHead in, HeaderEdits edits) {
        HeadWriter.statusLine(out, in.status(), in.reason());
        writeEndToEnd(out, in, edits);
        HeadWriter.end(out);
    }

    /**
     * The answer after which both sides speak another protocol (RFC 9110, section 15.2.2), or that opens a tunnel.
     *
     * @param session as in {@link Terms}
     */
    public static void writeSwitching(ByteBuf out, ResponseHead in, HeaderEdits edits, @Nullable String session) {
        HeadWriter.statusLine(out, in.status(), in.reason());
        writeEndToEnd(out, in, edits, false); // What follows has no length (RFC 9110, section 9.3.6).
        if (session != null) {
            HeadWriter.field(out, FieldName.SET_COOKIE, session);
        }
        edits.writeLines(out);
        String protocol = in.fields().first(FieldName.UPGRADE);
        if (protocol != null) {
            HeadWriter.field(out, FieldName.CONNECTION, "upgrade");
            HeadWriter.field(out, FieldName.UPGRADE, protocol);
        }
        HeadWriter.end(out);
    }

    private static void writeEndToEnd(ByteBuf out, ResponseHead in, HeaderEdits edits) {
        writeEndToEnd(out, in, edits, in.status() >= 200 && in.status() != NO_CONTENT); // RFC 9110, section 8.6
    }

    private static void writeEndToEnd(ByteBuf out, ResponseHead in, HeaderEdits edits, boolean mayTellLength) {
        Fields fields = in.fields();
        HopByHop hopByHop = HopByHop.of(fields);
        FieldLines lines = new FieldLines(fields, out);
        for (int i = 0; i < fields.size(); i++) {
            if (!isOurs(fields.known(i), mayTellLength)
                    && !hopByHop.contains(fields, i)
                    && !edits.leavesOut(fields, i)) {
                lines.add(i);
            }
        }
        lines.end();
    }

    private static boolean isOurs(@Nullable FieldName known, boolean mayTellLength) {
        return known == FieldName.X_REQUEST_ID || (known == FieldName.CONTENT_LENGTH && !mayTellLength);
    }
}
