package dev.lbctl.launcher.facts;

import dev.lbctl.balancer.api.StatusReport;
import dev.lbctl.launcher.api.ClusterStatus;
import dev.lbctl.launcher.console.Usage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The facts at one moment, for a program.
 *
 * @param launcher what it said last; null when it never answered, as is the balancer's
 * @param latency of the requests that ended last
 * @param problems which side is silent, and why
 */
public record Glance(
        Instant time,
        @Nullable ClusterStatus launcher,
        @Nullable StatusReport balancer,
        Traffic.Latency latency,
        Map<String, Usage> usage,
        List<String> problems) {

    public static Glance at(Instant now, Facts facts) {
        return new Glance(
                now,
                facts.cluster().value(),
                facts.balancer().value(),
                facts.trend().latency(),
                facts.usage(),
                facts.problems(now));
    }
}
