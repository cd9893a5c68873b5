package dev.lbctl.balancer.exchange;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Every answer that is the balancer's own: cause → status and words. The only such table. */
public enum GatewayError {
    BAD_REQUEST(400, "The request is not valid HTTP/1.1."),
    NO_ROUTE(404, "No route takes this path."),
    CLIENT_STALLED(408, "The request's body did not come in time."),
    URI_TOO_LONG(414, "The request line is longer than 8 KiB."),
    HEADERS_TOO_LARGE(431, "The request's header section is larger than 32 KiB."),
    METHOD_REFUSED(501, "CONNECT is not served here."),
    NO_MEMBER(503, "No backend can take the request now."),
    UNREACHABLE(502, "The backend cannot be reached."),
    CLOSED(502, "The backend closed the connection before it answered."),
    BAD_RESPONSE(502, "The backend's answer is not valid HTTP."),
    CONNECT_TIMEOUT(504, "The backend did not accept a connection in time."),
    TIMEOUT(504, "The backend did not answer in time.");

    private final int status;
    private final String detail;

    GatewayError(int status, String detail) {
        this.status = status;
        this.detail = detail;
    }

    static GatewayError of(Outcome outcome) {
        return switch (outcome.kind()) {
            case REFUSED -> NO_MEMBER;
            case CONNECT_TIMEOUT -> CONNECT_TIMEOUT;
            case UNREACHABLE -> UNREACHABLE;
            case CLOSED -> CLOSED;
            case BAD_RESPONSE -> BAD_RESPONSE;
            case TIMEOUT -> TIMEOUT;
            case CLIENT_STALLED -> CLIENT_STALLED;
            case CLIENT_MALFORMED -> BAD_REQUEST;
            case COMPLETED, CLIENT_GONE -> throw new IllegalArgumentException("no error: " + outcome);
        };
    }

    /** The word that stands for it in answers and records. */
    public String cause() {
        return name().toLowerCase(Locale.ROOT);
    }

    public int status() {
        return status;
    }

    /** The answer a client gets. Its body is JSON: error, detail. */
    public FullHttpResponse response() {
        byte[] body =
                ("{\"error\":\"" + cause() + "\",\"detail\":\"" + detail + "\"}\n").getBytes(StandardCharsets.UTF_8);
        FullHttpResponse response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(status), Unpooled.wrappedBuffer(body));
        response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, HttpHeaderValues.APPLICATION_JSON)
                .setInt(HttpHeaderNames.CONTENT_LENGTH, body.length);
        if (this == NO_MEMBER) {
            response.headers().set(HttpHeaderNames.RETRY_AFTER, "1");
        }
        return response;
    }
}
