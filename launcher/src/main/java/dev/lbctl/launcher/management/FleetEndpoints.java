package dev.lbctl.launcher.management;

import dev.lbctl.balancer.api.ErrorBody;
import dev.lbctl.balancer.surface.ControlSurface;
import dev.lbctl.balancer.surface.Refusal;
import dev.lbctl.launcher.api.NodeList;
import dev.lbctl.launcher.api.RollingOrder;
import dev.lbctl.launcher.api.RollingStatus;
import dev.lbctl.launcher.api.ScaleOrder;
import dev.lbctl.launcher.node.Answer;
import dev.lbctl.launcher.node.RollingView;
import dev.lbctl.launcher.supervisor.Supervisor;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What a person may do to several nodes at once. */
final class FleetEndpoints {
    private static final int MOST = 200;

    private final Supervisor supervisor;
    private final ClusterReport report;

    FleetEndpoints(Supervisor supervisor, ClusterReport report) {
        this.supervisor = supervisor;
        this.report = report;
    }

    /** Answered with the pool's nodes once it has as many. */
    void scale(Context request) throws IOException {
        ScaleOrder order = ControlSurface.body(request, ScaleOrder.class);
        if (order.copies() < 0 || order.copies() > MOST) {
            throw new Refusal(400, new ErrorBody("bad_request", "copies is " + order.copies(), "write 0 to " + MOST));
        }
        String pool = order.pool() == null ? "default" : order.pool();
        answer(request, supervisor.scale(pool, order.copies()));
    }

    /** Answered at once; how it goes on is asked for. */
    void roll(Context request) throws IOException {
        RollingOrder order = ControlSurface.body(request, RollingOrder.class);
        int max = order.maxUnavailable() == null ? 1 : order.maxUnavailable();
        if (max < 1) {
            throw new Refusal(400, new ErrorBody("bad_request", "max_unavailable is " + max, "write 1 or more"));
        }
        request.status(202);
        answer(request, supervisor.roll(order.nodes() == null ? List.of() : order.nodes(), max));
    }

    void rolling(Context request) {
        request.future(() -> supervisor.rolling().thenAccept(view -> request.json(toWire(view))));
    }

    private void answer(Context request, CompletableFuture<Answer> answer) {
        request.future(() -> answer.thenAccept(outcome -> {
            if (outcome instanceof Answer.Scaled scaled) {
                request.json(
                        new NodeList(scaled.nodes().stream().map(report::toWire).toList()));
            } else if (outcome instanceof Answer.Rolling rolling) {
                request.json(toWire(rolling.view()));
            } else {
                NodeEndpoints.refuse(outcome);
            }
        }));
    }

    private RollingStatus toWire(RollingView view) {
        return new RollingStatus(
                view.running(),
                view.restarted(),
                view.left(),
                view.failed() == null ? null : report.toWire(view.failed()));
    }
}
