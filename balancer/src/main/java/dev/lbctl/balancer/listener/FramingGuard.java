package dev.lbctl.balancer.listener;

import dev.lbctl.balancer.exchange.GatewayError;
import dev.lbctl.balancer.exchange.HeaderRules;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import org.jspecify.annotations.Nullable;

/** Judges whether a request's head has one meaning only. Pure. */
final class FramingGuard {

    private FramingGuard() {}

    /** Answers why the request must be refused and its connection closed; null when it may go on. */
    static @Nullable GatewayError judge(HttpRequest request) {
        Throwable failure = request.decoderResult().cause();
        if (failure instanceof TooLongHttpLineException) {
            return GatewayError.URI_TOO_LONG;
        }
        if (failure instanceof TooLongHttpHeaderException) {
            return GatewayError.HEADERS_TOO_LARGE;
        }
        boolean sound = failure == null && isKnownVersion(request.protocolVersion()) && isVisible(request.uri());
        if (!sound || !hasOneHost(request) || !hasOneEnd(request)) {
            return GatewayError.BAD_REQUEST;
        }
        return request.method().equals(HttpMethod.CONNECT) ? GatewayError.METHOD_REFUSED : null;
    }

    private static boolean isKnownVersion(HttpVersion version) {
        return version.equals(HttpVersion.HTTP_1_1) || version.equals(HttpVersion.HTTP_1_0);
    }

    /** RFC 3986, section 2: other characters are percent-encoded; here they would not arrive as they were sent. */
    private static boolean isVisible(String target) {
        return target.chars().allMatch(c -> c > ' ' && c < 0x7f);
    }

    /** The codec takes eight bytes for the body of a handshake that WebSocket gave up before it became a standard. */
    private static boolean hasOneEnd(HttpRequest request) {
        return HeaderRules.isPlainlyFramed(request) && !request.headers().contains(HttpHeaderNames.SEC_WEBSOCKET_KEY1);
    }

    /** RFC 9112, section 3.2: exactly one Host; HTTP/1.0 may do without. */
    private static boolean hasOneHost(HttpRequest request) {
        int hosts = request.headers().getAll(HttpHeaderNames.HOST).size();
        return hosts == 1 || (hosts == 0 && request.protocolVersion().equals(HttpVersion.HTTP_1_0));
    }
}
