package dev.lbctl.config.write;

import dev.lbctl.config.ConnectionConfig;
import dev.lbctl.config.RetryConfig;
import dev.lbctl.config.TimeoutConfig;
import dev.lbctl.config.TrafficConfig;
import dev.lbctl.config.yaml.Durations;
import dev.lbctl.config.yaml.Sizes;
import dev.lbctl.config.yaml.Words;
import java.util.LinkedHashMap;
import java.util.Map;

/** The keys of a pool that say how its requests are passed on. */
final class TrafficWriter {

    private TrafficWriter() {}

    static Map<String, Object> traffic(TrafficConfig traffic) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("host", Words.of(traffic.host()));
        map.put("retry", retry(traffic.retry()));
        map.put("timeouts", timeouts(traffic.timeouts()));
        map.put("connections", connections(traffic.connections()));
        map.put("queue", Map.of("size", traffic.queue().size()));
        return map;
    }

    private static Map<String, Object> retry(RetryConfig retry) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("attempts", retry.attempts());
        map.put("budget", retry.budget() + "%");
        map.put("budget_minimum", retry.budgetMinimum());
        map.put("body", Sizes.format(retry.body()));
        return map;
    }

    private static Map<String, Object> timeouts(TimeoutConfig timeouts) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("connect", Durations.format(timeouts.connect()));
        map.put("response_head", Durations.format(timeouts.responseHead()));
        map.put("idle", Durations.format(timeouts.idle()));
        map.put("queue", Durations.format(timeouts.queue()));
        map.put("answer", Durations.format(timeouts.answer()));
        map.put("upgrade", Durations.format(timeouts.upgrade()));
        return map;
    }

    private static Map<String, Object> connections(ConnectionConfig connections) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("max", connections.max() == Integer.MAX_VALUE ? "unlimited" : connections.max());
        map.put("idle", connections.idle());
        map.put("idle_for", Durations.format(connections.idleFor()));
        map.put("max_age", Durations.format(connections.maxAge()));
        return map;
    }
}
