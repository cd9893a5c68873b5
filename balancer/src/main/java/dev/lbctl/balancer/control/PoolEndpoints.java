package dev.lbctl.balancer.control;

import dev.lbctl.balancer.api.BackendChange;
import dev.lbctl.balancer.api.BackendList;
import dev.lbctl.balancer.api.ErrorBody;
import dev.lbctl.balancer.api.JoinRequest;
import dev.lbctl.balancer.api.Json;
import dev.lbctl.balancer.pool.Backend;
import dev.lbctl.balancer.pool.Duty;
import dev.lbctl.balancer.pool.Pool;
import dev.lbctl.balancer.surface.Refusal;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who is in the pools: shown, joined, set aside and removed. {@code ?pool=} tells which one when a name is in several. */
record PoolEndpoints(Controlled subject, ApiMapping mapping) {
    private static final String DEFAULT_POOL = "default";
    private static final int HTTP_PORT = 80;

    void list(Context request) {
        request.json(new BackendList(mapping.backends()));
    }

    void join(Context request) throws IOException {
        JoinRequest wanted = body(request, JoinRequest.class);
        Pool pool = poolToJoin(wanted.pool());
        Backend backend = backend(wanted);
        boolean known = pool.snapshot().member(backend.name()).isPresent();
        pool.join(backend);
        answer(request.status(known ? 200 : 201), pool, backend.name());
    }

    void change(Context request) throws IOException {
        Duty duty = duty(body(request, BackendChange.class).duty());
        String name = request.pathParam("name");
        Pool pool = poolOf(name, request.queryParam("pool"));
        pool.assign(name, duty);
        answer(request, pool, name);
    }

    void remove(Context request) {
        String name = request.pathParam("name");
        poolOf(name, request.queryParam("pool")).leave(name);
        request.status(204);
    }

    private void answer(Context request, Pool pool, String name) {
        pool.snapshot()
                .member(name)
                .map(member -> mapping.backend(pool, member))
                .ifPresentOrElse(request::json, () -> request.status(204));
    }

    private Pool poolToJoin(@Nullable String name) {
        if (name == null && subject.pools().size() == 1) {
            return subject.pools().values().iterator().next();
        }
        return Optional.ofNullable(subject.pools().get(name == null ? DEFAULT_POOL : name))
                .orElseThrow(() -> refusal(
                        404,
                        "unknown_pool",
                        name == null ? "no pool is named in the request" : "no pool is called \"" + name + "\"",
                        "there is " + String.join(", ", subject.pools().keySet())));
    }

    private Pool poolOf(String backend, @Nullable String pool) {
        List<Pool> found = subject.pools().values().stream()
                .filter(each -> pool == null || each.name().equals(pool))
                .filter(each -> each.snapshot().member(backend).isPresent())
                .toList();
        if (found.isEmpty()) {
            throw refusal(404, "unknown_backend", "no backend is called \"" + backend + "\"", "there is " + names());
        }
        if (found.size() > 1) {
            String pools = found.stream().map(Pool::name).collect(Collectors.joining(", "));
            throw refusal(409, "ambiguous_backend", "\"" + backend + "\" is in the pools " + pools, "add ?pool=NAME");
        }
        return found.get(0);
    }

    private String names() {
        String names = subject.members().stream().map(member -> member.name()).collect(Collectors.joining(", "));
        return names.isEmpty() ? "none yet; POST /backends adds one" : names;
    }

    private static <T> T body(Context request, Class<T> type) throws IOException {
        T body = Json.strict().readValue(request.bodyAsBytes(), type);
        if (body == null) {
            throw refusal(400, "wrong_value", "the body is null", "send a JSON object");
        }
        return body;
    }

    private static Duty duty(@Nullable String word) {
        return Arrays.stream(Duty.values())
                .filter(duty -> ApiMapping.word(duty).equals(word))
                .findFirst()
                .orElseThrow(() -> refusal(
                        400, "wrong_value", "duty is \"" + word + "\"", "write \"ready\", \"drain\" or \"maint\""));
    }

    private static Backend backend(JoinRequest wanted) {
        String name = wanted.name();
        if (name == null || !name.matches("[\\w.:\\[\\]-]{1,128}")) {
            throw refusal(
                    400,
                    "wrong_value",
                    "name is \"" + name + "\"",
                    "write 1 to 128 letters, digits or characters of . _ : - [ ]");
        }
        URI url = url(wanted.url());
        String host = url.getHost().startsWith("[")
                ? url.getHost().substring(1, url.getHost().length() - 1)
                : url.getHost();
        return new Backend(name, host, url.getPort() < 0 ? HTTP_PORT : url.getPort());
    }

    private static URI url(@Nullable String text) {
        try {
            URI url = URI.create(text == null ? "" : text);
            boolean bare = url.getRawQuery() == null && url.getRawFragment() == null && url.getRawUserInfo() == null;
            boolean rooted = url.getRawPath() == null || url.getRawPath().matches("/?");
            if ("http".equals(url.getScheme())
                    && url.getHost() != null
                    && bare
                    && rooted
                    && url.getPort() != 0
                    && url.getPort() <= 65_535) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            // refused below, like every other text that is not such a URL
        }
        throw refusal(400, "wrong_value", "url is \"" + text + "\"", "write http://HOST:PORT");
    }

    private static Refusal refusal(int status, String error, String detail, String hint) {
        return new Refusal(status, new ErrorBody(error, detail, hint));
    }
}
