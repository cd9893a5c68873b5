package dev.lbctl.balancer.control;

import dev.lbctl.balancer.api.ErrorBody;
import dev.lbctl.balancer.api.HealthReport;
import dev.lbctl.balancer.api.RequestList;
import dev.lbctl.balancer.surface.Refusal;
import io.javalin.http.Context;
import java.util.function.BooleanSupplier;

/** How the balancer as a whole is doing, for people and for probes of the balancer itself. */
record StatusEndpoints(Controlled subject, ApiMapping mapping, BooleanSupplier listening) {
    private static final int RECENT_REQUESTS = 100;
    private static final int MAX_REQUESTS = 1_000;

    void status(Context request) {
        request.json(mapping.status(RECENT_REQUESTS));
    }

    void requests(Context request) {
        RequestFilter filter = RequestFilter.of(request.queryParamMap());
        request.json(new RequestList(subject.metrics().ring().latest(MAX_REQUESTS).stream()
                .filter(filter.wanted())
                .limit(filter.limit())
                .map(ApiMapping::entry)
                .toList()));
    }

    void reset(Context request) {
        subject.metrics().reset();
        subject.members().forEach(member -> member.load().ledger().reset());
        status(request);
    }

    /** The process answers; nothing else is asked. */
    void livez(Context request) {
        request.result("ok\n");
    }

    /** Traffic can come in, whether or not a backend is there to take it. */
    void startedz(Context request) {
        if (!listening.getAsBoolean()) {
            throw notReady("the traffic listener is not open yet", "ask again in a moment");
        }
        request.result("ok\n");
    }

    /** Traffic can come in, and a backend takes it. */
    void readyz(Context request) {
        startedz(request);
        HealthReport health = mapping.health();
        if (health.healthy() == 0) {
            throw notReady(
                    "no backend takes traffic; " + health.missing() + " of " + health.backends() + " should",
                    "GET /backends tells why");
        }
        request.json(health);
    }

    void health(Context request) {
        HealthReport health = mapping.health();
        request.status(health.healthy() == 0 ? 503 : 200).json(health);
    }

    private static Refusal notReady(String detail, String hint) {
        return new Refusal(503, new ErrorBody("not_ready", detail, hint));
    }
}
