package dev.lbctl.launcher.cli.traffic;

import dev.lbctl.balancer.api.StatusReport;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the balancer has counted; what others sent meanwhile is in it.
 *
 * @param backends how many requests each has served
 * @param retried how many attempts followed one that had failed
 */
record BenchCount(Map<String, Long> backends, long retried) {
    static final BenchCount NONE = new BenchCount(Map.of(), 0);

    static BenchCount of(StatusReport status) {
        Map<String, Long> served = new LinkedHashMap<>();
        status.backendServers().forEach(each -> served.merge(each.name(), each.totalRequests(), Long::sum));
        return new BenchCount(served, status.statistics().retries());
    }

    /** Never less than nothing, also where somebody has had it count anew. */
    BenchCount since(BenchCount before) {
        Map<String, Long> served = new LinkedHashMap<>(backends);
        served.replaceAll((name, count) -> Math.max(0, count - before.backends.getOrDefault(name, 0L)));
        return new BenchCount(served, Math.max(0, retried - before.retried));
    }
}
