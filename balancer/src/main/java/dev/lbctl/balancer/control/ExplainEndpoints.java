package dev.lbctl.balancer.control;

import dev.lbctl.balancer.api.ErrorBody;
import dev.lbctl.balancer.explain.Explainer;
import dev.lbctl.balancer.explain.Hypothesis;
import dev.lbctl.balancer.metrics.RequestRecord;
import dev.lbctl.balancer.metrics.RequestRing;
import dev.lbctl.balancer.surface.Refusal;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Why requests went where they went, and where one would go. */
record ExplainEndpoints(Explainer explainer, RequestRing ring) {
    private static final int KEPT = 1_000;
    private static final Pattern METHOD = Pattern.compile("[A-Za-z!#$%&'*+.^_`|~0-9-]{1,32}");
    private static final Pattern URL = Pattern.compile("(?:http://([^/?#\\s]+))?(/[^#\\s]*)?");
    private static final Pattern CLIENT = Pattern.compile("[0-9A-Fa-f.:]{2,45}");
    private static final Pattern FIELD = Pattern.compile("([A-Za-z0-9_-]+)\\s*:\\s*(.*)");

    /** {@code GET /requests/{id}/explanation}: by number or request id, the newest of several. */
    void past(Context request) {
        String id = request.pathParam("id");
        RequestRecord found = ring.latest(KEPT).stream()
                .filter(each ->
                        each.id().equals(id) || Long.toString(each.number()).equals(id))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        404,
                        new ErrorBody(
                                "unknown_request",
                                "no request \"" + id + "\" is among the last " + KEPT + " that ended",
                                "GET /requests lists them; the access log has the older ones")));
        request.json(explainer.past(found));
    }

    /** {@code GET /explain?method=GET&url=http://host/path&client=10.0.0.1&header=Name:value}. */
    void foresee(Context request) {
        Matcher url = matching(URL, "url", request.queryParam("url"), "write http://HOST/PATH, or /PATH");
        request.json(explainer.foresee(new Hypothesis(
                method(Objects.requireNonNullElse(request.queryParam("method"), "GET")),
                url.group(1),
                Objects.requireNonNullElse(url.group(2), "/"),
                matching(
                                CLIENT,
                                "client",
                                Objects.requireNonNullElse(request.queryParam("client"), "127.0.0.1"),
                                "write an IP address, like 10.0.0.7")
                        .group(),
                fields(request.queryParams("header")))));
    }

    private static String method(String text) {
        String method =
                matching(METHOD, "method", text, "write a method, like GET").group();
        if (method.equals("CONNECT") || method.equals("TRACE")) {
            throw Refusal.wrongValue(
                    "method is \"" + method + "\"",
                    "it is served only where listener.allow names it; ask with another");
        }
        return method;
    }

    private static Map<String, String> fields(List<String> lines) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String line : lines) {
            Matcher field = matching(FIELD, "header", line, "write NAME:VALUE");
            fields.putIfAbsent(field.group(1), field.group(2));
        }
        return fields;
    }

    private static Matcher matching(Pattern pattern, String name, @Nullable String text, String hint) {
        Matcher matcher = pattern.matcher(Objects.requireNonNullElse(text, ""));
        if (text == null || text.isEmpty() || !matcher.matches()) {
            throw Refusal.wrongValue(name + " is \"" + text + "\"", hint);
        }
        return matcher;
    }
}
