package dev.lbctl.balancer.surface;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.lbctl.balancer.api.ErrorBody;
import dev.lbctl.balancer.api.Json;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Answers what never reaches an endpoint, such as a request that is not HTTP, in the form of every other refusal. */
final class JettyRefusals extends ErrorHandler {

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int code,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        response.write(true, body(code), callback);
    }

    private static ByteBuffer body(int status) {
        ErrorBody body = new ErrorBody("bad_request", HttpStatus.getMessage(status), "send a valid HTTP/1.1 request");
        try {
            return ByteBuffer.wrap(Json.strict().writeValueAsString(body).getBytes(StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an error body is always writable", e);
        }
    }
}
