package dev.lbctl.balancer.surface;

import dev.lbctl.balancer.api.Endpoints;
import dev.lbctl.balancer.api.ErrorBody;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Serves the browser dashboard from the class path's {@code /dashboard/}: the page, its parts, and where it finds the APIs.
 *
 * @param endpoints asked at each request, since a port may be chosen by the system
 */
public record DashboardAssets(Supplier<Endpoints> endpoints) {
    private static final Pattern PLAIN_PATH = Pattern.compile("\\w[\\w-]*(\\.[\\w-]+)*(/\\w[\\w-]*(\\.[\\w-]+)*)*");
    private static final Map<String, String> CONTENT_TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "json", "application/json",
            "svg", "image/svg+xml",
            "png", "image/png",
            "ico", "image/x-icon",
            "woff2", "font/woff2");

    /** Whether a path belongs to a page, which holds no secret and must load before it can send a token. */
    static boolean serves(String path) {
        return path.equals("/")
                || path.equals("/dashboard")
                || path.startsWith("/dashboard/")
                || path.startsWith("/static/")
                || path.equals("/docs")
                || path.startsWith("/openapi.");
    }

    public void register(RoutesConfig routes) {
        routes.get("/dashboard", request -> serve(request, "index.html"));
        routes.get("/dashboard/endpoints.json", request -> request.json(endpoints.get()));
        routes.get("/dashboard/<asset>", request -> serve(request, request.pathParam("asset")));
        routes.get("/static/<asset>", request -> serve(request, request.pathParam("asset")));
    }

    /** Answers with one file of them. */
    public void serve(Context request, String asset) {
        String type = CONTENT_TYPES.get(asset.substring(asset.lastIndexOf('.') + 1));
        byte[] content = type == null || !PLAIN_PATH.matcher(asset).matches()
                ? null
                : read(asset).orElse(null);
        if (content == null) {
            throw new Refusal(
                    404,
                    new ErrorBody("unknown_asset", "the dashboard has no file " + asset, "open /dashboard instead"));
        }
        request.header("Content-Security-Policy", contentSecurityPolicy())
                .result(content)
                .contentType(type);
    }

    private static Optional<byte[]> read(String asset) {
        try (InputStream in = DashboardAssets.class.getResourceAsStream("/dashboard/" + asset)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read /dashboard/" + asset + " from the class path", e);
        }
    }

    private String contentSecurityPolicy() {
        Endpoints found = endpoints.get();
        String management = found.managementPort() == null ? "" : " http://*:" + found.managementPort();
        return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self' http://*:"
                + found.adminPort() + management + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    }
}
