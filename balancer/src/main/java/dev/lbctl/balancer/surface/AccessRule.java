package dev.lbctl.balancer.surface;

import dev.lbctl.balancer.api.ErrorBody;
import dev.lbctl.config.Address;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may do what: the name a server is called by must be one of its own, so that a foreign page cannot reach it by DNS
 * rebinding; another origin must be a dashboard's; whatever changes state needs the token. So does reading, apart from the
 * page itself, as soon as another machine can connect. Runs before every endpoint.
 *
 * @param reachableAt where the endpoints can be reached, behind the traffic listener's admin paths as well
 * @param dashboardPorts the ports a dashboard may be loaded from
 * @param token null when none was given: then nothing that needs one is allowed
 */
public record AccessRule(
        List<Address> reachableAt,
        Set<Integer> dashboardPorts,
        @Nullable String token) implements Handler {
    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final Set<String> LOCAL_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    @Override
    public void handle(Context request) {
        String host = request.header("Host");
        if (host == null || !isOwn(Authority.of(host).host())) {
            throw refusal(
                    403,
                    "unknown_host",
                    "the Host header \"" + (host == null ? "" : host) + "\" is not a name of this server",
                    "call it by localhost, 127.0.0.1 or the configured address");
        }
        String origin = request.header("Origin");
        boolean welcome = origin != null && isDashboard(origin, host);
        if (welcome) {
            request.header("Access-Control-Allow-Origin", origin).header("Vary", "Origin");
        }
        if (isPreflight(request, origin)) {
            answerPreflight(request, welcome);
        } else if (!READING.contains(method(request)) || !isOpen(request.path())) {
            requireToken(request);
        }
    }

    private boolean isOwn(String host) {
        return LOCAL_NAMES.contains(host)
                || reachableAt.stream()
                        .map(Address::host)
                        .anyMatch(bind -> host.equals(bind)
                                || host.equals("[" + bind + "]")
                                || (isWildcard(bind) && Authority.isLiteralAddress(host)));
    }

    private boolean isDashboard(String origin, String host) {
        if (!origin.startsWith("http://")) {
            return false;
        }
        String authority = origin.substring("http://".length());
        Authority from = Authority.of(authority);
        return authority.equals(host) || (isOwn(from.host()) && dashboardPorts.contains(from.port()));
    }

    /** As endpoints are found by it, which may be another than the request line's: there is X-HTTP-Method-Override. */
    private static String method(Context request) {
        return request.method().name();
    }

    private static boolean isPreflight(Context request, @Nullable String origin) {
        return origin != null
                && method(request).equals("OPTIONS")
                && request.header("Access-Control-Request-Method") != null;
    }

    private static void answerPreflight(Context request, boolean welcome) {
        if (!welcome) {
            throw refusal(403, "unknown_origin", "this page may not use the API", "open the dashboard it serves");
        }
        request.header("Access-Control-Allow-Methods", "GET, POST, PUT, PATCH, DELETE")
                .header("Access-Control-Allow-Headers", "Authorization, Content-Type, Last-Event-ID, Cache-Control")
                .header("Access-Control-Max-Age", "600")
                .status(204)
                .skipRemainingHandlers();
    }

    private boolean isOpen(String path) {
        return DashboardAssets.serves(path) || reachableAt.stream().allMatch(Address::isLoopback);
    }

    private void requireToken(Context request) {
        String given = request.header("Authorization");
        if (token == null || given == null || !given.regionMatches(true, 0, "Bearer ", 0, 7)) {
            throw unauthorized(request, token == null ? "no token was given to this server" : "no token was sent");
        }
        byte[] sent = given.substring(7).strip().getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(sent, token.getBytes(StandardCharsets.UTF_8))) {
            throw unauthorized(request, "the token is not this cluster's");
        }
    }

    private static Refusal unauthorized(Context request, String detail) {
        request.header("WWW-Authenticate", "Bearer");
        return refusal(
                401, "unauthorized", detail, "send \"Authorization: Bearer TOKEN\" with what `lbctl token` prints");
    }

    private static boolean isWildcard(String host) {
        return host.equals("0.0.0.0") || host.equals("::");
    }

    private static Refusal refusal(int status, String error, String detail, String hint) {
        return new Refusal(status, new ErrorBody(error, detail, hint));
    }
}
