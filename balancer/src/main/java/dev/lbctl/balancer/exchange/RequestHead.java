package dev.lbctl.balancer.exchange;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import java.util.Set;

/**
 * A request's head as the client sent it, valid as far as framing goes.
 *
 * @param client the peer's literal address
 */
public record RequestHead(HttpRequest message, String client) {
    private static final Set<HttpMethod> IDEMPOTENT = Set.of(
            HttpMethod.GET, HttpMethod.HEAD, HttpMethod.PUT, HttpMethod.DELETE, HttpMethod.OPTIONS, HttpMethod.TRACE);

    public String method() {
        return message.method().name();
    }

    public String target() {
        return message.uri();
    }

    /** The target's path as it was written, without scheme, authority (RFC 9112, section 3.2.2) and query. */
    public String path() {
        String target = target();
        int start = 0;
        if (!target.startsWith("/")) {
            int authority = target.indexOf("://");
            start = authority < 0 ? 0 : target.indexOf('/', authority + 3);
            if (start < 0) {
                return "/";
            }
        }
        int query = target.indexOf('?', start);
        return target.substring(start, query < 0 ? target.length() : query);
    }

    /** Whether repeating it does no harm (RFC 9110, section 9.2.2). */
    public boolean isIdempotent() {
        return IDEMPOTENT.contains(message.method());
    }

    public boolean hasBody() {
        return HttpUtil.isTransferEncodingChunked(message)
                || (message.headers().contains(HttpHeaderNames.CONTENT_LENGTH)
                        && HttpUtil.getContentLength(message, 0L) > 0);
    }

    /** Whether the client will read another answer on this connection. */
    public boolean isKeepAlive() {
        return HttpUtil.isKeepAlive(message);
    }

    boolean isHttp10() {
        return message.protocolVersion().equals(HttpVersion.HTTP_1_0);
    }
}
