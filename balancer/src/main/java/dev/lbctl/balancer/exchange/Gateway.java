package dev.lbctl.balancer.exchange;

import dev.lbctl.balancer.header.RequestIds;
import dev.lbctl.balancer.http.RequestHead;
import dev.lbctl.balancer.metrics.Answered;
import dev.lbctl.balancer.metrics.Asked;
import dev.lbctl.balancer.metrics.Phases;
import dev.lbctl.balancer.metrics.Recorder;
import dev.lbctl.balancer.metrics.RequestRecord;
import dev.lbctl.balancer.metrics.Served;
import dev.lbctl.balancer.refusal.GatewayError;
import dev.lbctl.balancer.route.Route;
import dev.lbctl.balancer.route.Router;
import dev.lbctl.config.ExtraMethod;
import dev.lbctl.config.LimitConfig;
import dev.lbctl.config.ListenerConfig;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** What every exchange works with, whichever event loop it lives on: one throughout its life. */
public record Gateway(
        Router router,
        Recorder recorder,
        OutcomeObserver observer,
        RequestIds requestIds,
        ListenerConfig listener,
        InstantSource clock) {

    /** Why a request is refused before anybody is looked for; null when it is not. */
    @Nullable
    GatewayError objection(RequestHead head, @Nullable Route route) {
        if (!serves(head.method())) {
            return GatewayError.METHOD_REFUSED;
        }
        if (route == null) {
            return GatewayError.NO_ROUTE;
        }
        return head.framing().length() > limits().body() ? GatewayError.BODY_TOO_LARGE : null;
    }

    /** The same by another configuration. */
    public Gateway with(Router nextRouter, ListenerConfig nextListener) {
        return new Gateway(nextRouter, recorder, observer, requestIds, nextListener, clock);
    }

    LimitConfig limits() {
        return listener.limits();
    }

    private boolean serves(String method) {
        return switch (method) {
            case "CONNECT" -> listener.allow().contains(ExtraMethod.CONNECT);
            case "TRACE" -> listener.allow().contains(ExtraMethod.TRACE);
            default -> true;
        };
    }

    /** Takes down that a client was refused before its request could be read; nothing of it is repeated. */
    public void recordUnread(String client, GatewayError error, int length) {
        recorder.end(new RequestRecord(
                recorder.begin(),
                requestIds.create().toString(),
                clock.instant(),
                new Asked(client, "-", "-", "-", null, null, null),
                new Answered(error.status(), 0, length, error.cause()),
                Served.NOBODY,
                new Phases(Phases.NONE, Phases.NONE, Phases.NONE, 0)));
    }
}
