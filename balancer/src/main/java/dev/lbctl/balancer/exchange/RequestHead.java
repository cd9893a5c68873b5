package dev.lbctl.balancer.exchange;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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

    /** The target without scheme and authority, should it be in absolute-form (RFC 9112, section 3.2.2). */
    String originTarget() {
        int authority = authority();
        if (authority < 0) {
            return target();
        }
        String rest = target().substring(endOfAuthority(authority));
        return rest.startsWith("/") ? rest : "/" + rest;
    }

    /** The path as it was written, without query. */
    public String path() {
        String target = originTarget();
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    /** Whom the client asks: what an absolute-form target says goes before the Host field; null when it does not tell. */
    @Nullable
    String host() {
        int authority = authority();
        String named = authority < 0 ? "" : target().substring(authority, endOfAuthority(authority));
        return named.isEmpty() ? message.headers().get(HttpHeaderNames.HOST) : named;
    }

    /** Where the target's authority begins; -1 when it has none. */
    private int authority() {
        int scheme = target().startsWith("/") ? -1 : target().indexOf("://");
        return scheme < 0 ? -1 : scheme + 3;
    }

    private int endOfAuthority(int from) {
        int end = from;
        while (end < target().length() && "/?".indexOf(target().charAt(end)) < 0) {
            end++;
        }
        return end;
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
