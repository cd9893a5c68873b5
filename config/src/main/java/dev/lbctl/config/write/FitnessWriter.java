package dev.lbctl.config.write;

import dev.lbctl.config.EjectionConfig;
import dev.lbctl.config.FitnessConfig;
import dev.lbctl.config.HealthConfig;
import dev.lbctl.config.ProbeConfig;
import dev.lbctl.config.yaml.Durations;
import dev.lbctl.config.yaml.Words;
import java.util.LinkedHashMap;
import java.util.Map;

/** The keys of a pool that say what makes its members fit to serve. */
final class FitnessWriter {

    private FitnessWriter() {}

    static Map<String, Object> fitness(FitnessConfig fitness) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("health", health(fitness.health()));
        map.put("ejection", ejection(fitness.ejection()));
        map.put("panic", fitness.panic() + "%");
        return map;
    }

    private static Map<String, Object> health(HealthConfig health) {
        Map<String, Object> map = new LinkedHashMap<>(probe(health.probe()));
        map.put("interval", Durations.format(health.interval()));
        map.put("down_interval", Durations.format(health.downInterval()));
        map.put("timeout", Durations.format(health.timeout()));
        map.put("rise", health.rise());
        map.put("fall", health.fall());
        return map;
    }

    private static Map<String, Object> probe(ProbeConfig probe) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("type", Words.of(probe.type()));
        if (probe.type() == ProbeConfig.Type.TCP) {
            return map;
        }
        map.put("path", probe.path());
        map.put("method", probe.method());
        map.put("headers", probe.headers());
        map.put("expect", probe.expect().toString());
        if (probe.host() != null) {
            map.put("host", probe.host());
        }
        if (probe.body() != null) {
            map.put("body", probe.body());
        }
        return map;
    }

    private static Map<String, Object> ejection(EjectionConfig ejection) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("enabled", ejection.enabled());
        map.put("consecutive", ejection.consecutive());
        map.put("failure_rate", ejection.failureRate() + "%");
        map.put("minimum_requests", ejection.minimumRequests());
        map.put("window", Durations.format(ejection.window()));
        map.put("time", Durations.format(ejection.time()));
        map.put("max_time", Durations.format(ejection.maxTime()));
        return map;
    }
}
