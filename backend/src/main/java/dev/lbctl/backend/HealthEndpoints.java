package dev.lbctl.backend;

import dev.lbctl.backend.Wire.Health;
import dev.lbctl.backend.Wire.Readiness;
import io.javalin.http.Context;

/** What others ask to learn whether this server can take traffic, and the switch for trying out that it cannot. */
final class HealthEndpoints {
    private final BackendOptions options;
    private final Behaviour behaviour;

    HealthEndpoints(BackendOptions options, Behaviour behaviour) {
        this.options = options;
        this.behaviour = behaviour;
    }

    void alive(Context ctx) {
        ctx.json(new Health("ok", options.title()));
    }

    void ready(Context ctx) {
        boolean ready = behaviour.ready();
        ctx.status(ready ? 200 : 503).json(new Health(ready ? "ok" : "not_ready", options.title()));
    }

    void switchReadiness(Context ctx) {
        boolean wanted = Wire.only(ctx, "ready", Boolean.class, "{\"ready\": false}");
        behaviour.switchReadiness(wanted);
        ctx.json(new Readiness(wanted));
    }
}
