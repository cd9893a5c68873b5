package dev.lbctl.balancer.exchange;

import dev.lbctl.balancer.pool.Backend;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.AsciiString;
import java.util.List;

/** What happens to header fields on their way through. Pure: the messages that come in stay as they are. */
public final class HeaderRules {
    private static final AsciiString X_FORWARDED_FOR = AsciiString.cached("x-forwarded-for");
    private static final AsciiString X_FORWARDED_PROTO = AsciiString.cached("x-forwarded-proto");
    private static final AsciiString X_FORWARDED_HOST = AsciiString.cached("x-forwarded-host");

    /** Fields that concern one connection only (RFC 9110, section 7.6.1). */
    private static final List<AsciiString> HOP_BY_HOP = List.of(
            HttpHeaderNames.CONNECTION,
            AsciiString.cached("keep-alive"),
            AsciiString.cached("proxy-connection"),
            HttpHeaderNames.TE,
            HttpHeaderNames.TRANSFER_ENCODING,
            HttpHeaderNames.UPGRADE);

    private HeaderRules() {}

    /** Whether the body is as it is or chunked; other transfer codings are not undone here, so they may not be passed on. */
    public static boolean isPlainlyFramed(HttpMessage message) {
        List<String> codings = message.headers().getAll(HttpHeaderNames.TRANSFER_ENCODING);
        return codings.isEmpty()
                || (codings.size() == 1 && HttpHeaderValues.CHUNKED.contentEqualsIgnoreCase(codings.get(0)));
    }

    /** The head to send to {@code backend}; a whole message when the request has no body. */
    static HttpRequest toBackend(RequestHead head, Backend backend) {
        HttpRequest in = head.message();
        HttpRequest out = head.hasBody()
                ? new DefaultHttpRequest(HttpVersion.HTTP_1_1, in.method(), head.originTarget())
                : new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, in.method(), head.originTarget());
        HttpHeaders headers = out.headers();
        copyEndToEnd(in.headers(), headers);
        if (HttpUtil.isTransferEncodingChunked(in)) {
            headers.set(HttpHeaderNames.TRANSFER_ENCODING, HttpHeaderValues.CHUNKED);
        }
        String host = head.host();
        if (host == null) { // HTTP/1.0 may leave it out
            headers.set(HttpHeaderNames.HOST, backend.url().substring("http://".length()));
            headers.remove(X_FORWARDED_HOST);
        } else {
            if (!host.equals(in.headers().get(HttpHeaderNames.HOST))) {
                headers.set(HttpHeaderNames.HOST, host);
            }
            headers.set(X_FORWARDED_HOST, host);
        }
        headers.set(X_FORWARDED_FOR, head.client());
        headers.set(X_FORWARDED_PROTO, "http");
        return out;
    }

    /**
     * The head to send to the client.
     *
     * @param keepAlive whether the client's connection stays open after this answer
     */
    static HttpResponse toClient(HttpResponse in, RequestHead head, boolean keepAlive) {
        HttpResponse out = new DefaultHttpResponse(HttpVersion.HTTP_1_1, in.status());
        HttpHeaders headers = out.headers();
        copyEndToEnd(in.headers(), headers);
        if (!in.headers().contains(HttpHeaderNames.CONTENT_LENGTH) && mayHaveBody(in) && !head.isHttp10()) {
            headers.set(HttpHeaderNames.TRANSFER_ENCODING, HttpHeaderValues.CHUNKED);
        }
        announce(headers, head, keepAlive);
        return out;
    }

    /** An interim answer (RFC 9110, section 15.2) as a message of its own. */
    static FullHttpResponse interim(HttpResponse in) {
        FullHttpResponse out = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, in.status(), Unpooled.EMPTY_BUFFER);
        copyEndToEnd(in.headers(), out.headers());
        return out;
    }

    /** Says what becomes of the client's connection, where its HTTP version would not assume it. */
    static void announce(HttpHeaders headers, RequestHead head, boolean keepAlive) {
        if (!keepAlive) {
            headers.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        } else if (head.isHttp10()) {
            headers.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.KEEP_ALIVE);
        }
    }

    /** Whether the answer's end can be told without closing the connection. */
    static boolean isDelimited(HttpResponse in, RequestHead head) {
        return !head.isHttp10() || in.headers().contains(HttpHeaderNames.CONTENT_LENGTH) || !mayHaveBody(in);
    }

    private static boolean mayHaveBody(HttpResponse in) {
        int status = in.status().code();
        return status >= 200 && status != 204 && status != 304;
    }

    private static void copyEndToEnd(HttpHeaders in, HttpHeaders out) {
        out.add(in);
        for (String value : in.getAll(HttpHeaderNames.CONNECTION)) {
            for (String named : value.split(",", -1)) {
                removeNamed(out, named.trim());
            }
        }
        HOP_BY_HOP.forEach(out::remove);
    }

    /** Connection may not name a field that the message's meaning rests on (RFC 9110, section 7.6.1). */
    private static void removeNamed(HttpHeaders out, String name) {
        if (!name.isEmpty()
                && !HttpHeaderNames.CONTENT_LENGTH.contentEqualsIgnoreCase(name)
                && !HttpHeaderNames.HOST.contentEqualsIgnoreCase(name)) {
            out.remove(name);
        }
    }
}
