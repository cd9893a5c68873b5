package dev.lbctl.balancer.control;

import dev.lbctl.balancer.api.ErrorBody;
import dev.lbctl.balancer.pool.Member;
import dev.lbctl.balancer.pool.Pool;
import dev.lbctl.balancer.surface.Refusal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which pool a request means. One that means none, or several, is refused. */
record Lookup(Controlled subject) {
    private static final String DEFAULT_POOL = "default";

    /** The pool of that name; null means the only one, or the one called {@code default}. */
    Pool named(@Nullable String name) {
        List<Pool> pools = subject.pools();
        if (name == null && pools.size() == 1) {
            return pools.get(0);
        }
        String wanted = name == null ? DEFAULT_POOL : name;
        return pools.stream()
                .filter(pool -> pool.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> refusal(
                        404,
                        "unknown_pool",
                        name == null ? "no pool is named in the request" : "no pool is called \"" + name + "\"",
                        "there is " + pools.stream().map(Pool::name).collect(Collectors.joining(", "))));
    }

    /** The pool that the backend is in, or is expected back in; {@code pool} is needed only where several have one of that name. */
    Pool of(String backend, @Nullable String pool) {
        List<Pool> found = subject.pools().stream()
                .filter(each -> pool == null || each.name().equals(pool))
                .filter(each -> each.snapshot().member(backend).isPresent()
                        || each.snapshot().awaited().isKnown(backend))
                .toList();
        if (found.isEmpty()) {
            throw refusal(404, "unknown_backend", "no backend is called \"" + backend + "\"", "there is " + backends());
        }
        if (found.size() > 1) {
            String names = found.stream().map(Pool::name).collect(Collectors.joining(", "));
            throw refusal(409, "ambiguous_backend", "\"" + backend + "\" is in the pools " + names, "add ?pool=NAME");
        }
        return found.get(0);
    }

    private String backends() {
        String names = subject.pools().stream()
                .flatMap(pool -> pool.snapshot().members().stream())
                .map(Member::name)
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "none yet; POST /backends adds one" : names;
    }

    private static Refusal refusal(int status, String error, String detail, String hint) {
        return new Refusal(status, new ErrorBody(error, detail, hint));
    }
}
