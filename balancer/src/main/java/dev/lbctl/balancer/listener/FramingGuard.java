package dev.lbctl.balancer.listener;

import dev.lbctl.balancer.exchange.GatewayError;
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
        if (failure != null || !isKnownVersion(request.protocolVersion()) || !hasOneHost(request)) {
            return GatewayError.BAD_REQUEST;
        }
        return request.method().equals(HttpMethod.CONNECT) ? GatewayError.METHOD_REFUSED : null;
    }

    private static boolean isKnownVersion(HttpVersion version) {
        return version.equals(HttpVersion.HTTP_1_1) || version.equals(HttpVersion.HTTP_1_0);
    }

    /** RFC 9112, section 3.2: exactly one Host; HTTP/1.0 may do without. */
    private static boolean hasOneHost(HttpRequest request) {
        int hosts = request.headers().getAll(HttpHeaderNames.HOST).size();
        return hosts == 1 || (hosts == 0 && request.protocolVersion().equals(HttpVersion.HTTP_1_0));
    }
}
