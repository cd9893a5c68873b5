package dev.lbctl.balancer.refusal;

import dev.lbctl.balancer.http.FieldName;
import dev.lbctl.balancer.http.HeadWriter;
import dev.lbctl.balancer.http.RequestHead;
import dev.lbctl.balancer.http.Version;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One answer in the balancer's own name.
 *
 * @param detail why, in a sentence
 * @param id the request's; null when it could not be read
 * @param tried what was tried where, for clients who may know
 * @param decision where the request went, for them too; null for others
 */
public record Refusal(
        GatewayError error,
        String detail,
        @Nullable String id,
        List<String> tried,
        @Nullable String decision) {

    /** One of something that could not be read as a request. */
    public static Refusal unread(GatewayError error, String detail) {
        return new Refusal(error, detail, null, List.of(), null);
    }

    /**
     * Writes the whole answer, in the form the client likes best. Answers how long its body is.
     *
     * @param request what it answers
     * @param keepAlive whether the client's connection stays open after it
     */
    public int write(ByteBuf out, RequestHead request, boolean keepAlive) {
        byte[] body = writeHead(out, ErrorPage.preferred(request.fields()));
        if (!keepAlive) {
            HeadWriter.field(out, FieldName.CONNECTION, "close");
        } else if (request.version() == Version.HTTP_1_0) {
            HeadWriter.field(out, FieldName.CONNECTION, "keep-alive");
        }
        HeadWriter.end(out);
        if (request.method().equals("HEAD")) { // RFC 9110, section 9.3.2
            return 0;
        }
        out.writeBytes(body);
        return body.length;
    }

    /** The same to something that could not be read as a request; the connection closes after it. */
    public int write(ByteBuf out) {
        byte[] body = writeHead(out, ErrorPage.JSON);
        HeadWriter.field(out, FieldName.CONNECTION, "close");
        HeadWriter.end(out);
        out.writeBytes(body);
        return body.length;
    }

    /** All of the head but what becomes of the connection. Answers the body. */
    private byte[] writeHead(ByteBuf out, ErrorPage page) {
        byte[] body = page.text(this).getBytes(StandardCharsets.UTF_8);
        HeadWriter.statusLine(out, error.status(), error.reason());
        HeadWriter.field(out, FieldName.CONTENT_TYPE, page.contentType());
        HeadWriter.field(out, FieldName.CONTENT_LENGTH, body.length);
        HeadWriter.field(out, "Cache-Control", "no-store");
        if (error.status() == 503) {
            HeadWriter.field(out, FieldName.RETRY_AFTER, 1);
        }
        if (id != null) {
            HeadWriter.field(out, FieldName.X_REQUEST_ID, id);
        }
        if (decision != null) {
            HeadWriter.field(out, "X-Lb-Decision", decision);
        }
        return body;
    }
}
