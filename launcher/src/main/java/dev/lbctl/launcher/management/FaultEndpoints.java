package dev.lbctl.launcher.management;

import dev.lbctl.balancer.api.ErrorBody;
import dev.lbctl.balancer.surface.ControlSurface;
import dev.lbctl.balancer.surface.Refusal;
import dev.lbctl.config.yaml.Durations;
import dev.lbctl.launcher.api.FaultOrder;
import dev.lbctl.launcher.node.Fault;
import dev.lbctl.launcher.supervisor.Supervisor;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** {@code /fault/{name}}: sample servers that misbehave for a while, for learning and for trials. */
final class FaultEndpoints {
    private static final Duration USUAL = Duration.ofSeconds(20);
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Duration SLOWEST = Duration.ofSeconds(60);

    private final Supervisor supervisor;
    private final NodeEndpoints nodes;
    private final InstantSource clock = InstantSource.system();

    FaultEndpoints(Supervisor supervisor, NodeEndpoints nodes) {
        this.supervisor = supervisor;
        this.nodes = nodes;
    }

    void begin(Context request) throws IOException {
        Fault fault = fault(ControlSurface.body(request, FaultOrder.class));
        nodes.answer(request, supervisor.fault(NodeEndpoints.name(request), fault));
    }

    void end(Context request) {
        nodes.answer(request, supervisor.fault(NodeEndpoints.name(request), null));
    }

    private Fault fault(FaultOrder order) {
        Duration delay = time("delay", order.delay(), Duration.ZERO, SLOWEST);
        Duration lasts = time("for", order.lasts(), USUAL, LONGEST);
        double errors = order.errors() == null ? 0 : order.errors();
        boolean hang = Boolean.TRUE.equals(order.hang());
        if (!(errors >= 0 && errors <= 1)) {
            throw wrong("errors is " + errors, "write a share from 0 to 1");
        }
        if (delay.isZero() && errors == 0 && !hang) {
            throw wrong("this is no fault", "write delay, errors or hang; DELETE ends one");
        }
        return new Fault(delay.toMillis(), errors, hang, clock.millis() + lasts.toMillis());
    }

    private static Duration time(String key, @Nullable String text, Duration otherwise, Duration most) {
        if (text == null) {
            return otherwise;
        }
        return Durations.parse(text)
                .filter(time -> time.compareTo(most) <= 0)
                .orElseThrow(() -> wrong(
                        key + " is \"" + text + "\"",
                        "write a number and ms, s or m, up to " + Durations.format(most)));
    }

    private static Refusal wrong(String detail, String hint) {
        return new Refusal(400, new ErrorBody("bad_request", detail, hint));
    }
}
