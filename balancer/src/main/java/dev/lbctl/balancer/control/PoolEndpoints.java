package dev.lbctl.balancer.control;

import dev.lbctl.balancer.api.BackendChange;
import dev.lbctl.balancer.api.BackendList;
import dev.lbctl.balancer.api.JoinRequest;
import dev.lbctl.balancer.operator.Change;
import dev.lbctl.balancer.operator.Operator;
import dev.lbctl.balancer.pool.Backend;
import dev.lbctl.balancer.pool.Pool;
import dev.lbctl.balancer.scorecard.Cause;
import dev.lbctl.balancer.scorecard.Scorecards;
import dev.lbctl.balancer.surface.ControlSurface;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;

/** Who is in the pools: shown, joined, set aside and removed. {@code ?pool=} tells which one when a name is in several. */
record PoolEndpoints(Operator operator, Scorecards scorecards, Lookup lookup, ApiMapping mapping) {

    void list(Context request) {
        request.json(new BackendList(mapping.backends()));
    }

    void probes(Context request) {
        String name = request.pathParam("name");
        Pool pool = lookup.of(name, request.queryParam("pool"));
        pool.snapshot()
                .member(name)
                .ifPresentOrElse(member -> request.json(ApiMapping.probes(pool, member)), () -> request.status(204));
    }

    void join(Context request) throws IOException {
        JoinRequest wanted = ControlSurface.body(request, JoinRequest.class);
        Pool pool = lookup.named(wanted.pool());
        Backend backend = Wanted.backend(wanted);
        boolean known = pool.snapshot().member(backend.name()).isPresent();
        operator.join(pool.name(), backend);
        pool.supervise(backend.name(), Boolean.TRUE.equals(wanted.supervised()));
        answer(request.status(known ? 200 : 201), pool, backend.name());
    }

    void change(Context request) throws IOException {
        BackendChange wanted = ControlSurface.body(request, BackendChange.class);
        String name = request.pathParam("name");
        Consumer<Pool> change = change(name, wanted);
        Pool pool = lookup.of(name, request.queryParam("pool"));
        change.accept(pool);
        answer(request, pool, name);
    }

    private Consumer<Pool> change(String name, BackendChange wanted) {
        Duration returning = Wanted.returning(wanted);
        Cause cause = Wanted.cause(wanted);
        if (returning != null) {
            return pool -> {
                if (cause != null) {
                    scorecards.ended(pool.name(), name, cause, wanted.at());
                }
                pool.expect(name, returning);
            };
        }
        boolean leaving = Wanted.isLeaving(wanted);
        Change change = Wanted.change(wanted);
        return leaving
                ? pool -> operator.setAside(pool.name(), name)
                : pool -> operator.change(pool.name(), name, change);
    }

    void remove(Context request) {
        String name = request.pathParam("name");
        lookup.of(name, request.queryParam("pool")).leave(name);
        request.status(204);
    }

    private void answer(Context request, Pool pool, String name) {
        pool.snapshot()
                .member(name)
                .map(member -> mapping.backend(pool, member))
                .ifPresentOrElse(request::json, () -> request.status(204));
    }
}
