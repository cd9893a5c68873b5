package dev.lbctl.config.write;

import dev.lbctl.config.AccessLogConfig;
import dev.lbctl.config.AddressRange;
import dev.lbctl.config.ClientTimeoutConfig;
import dev.lbctl.config.LimitConfig;
import dev.lbctl.config.ListenerConfig;
import dev.lbctl.config.yaml.Durations;
import dev.lbctl.config.yaml.Sizes;
import dev.lbctl.config.yaml.Words;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The listener as the file has it. */
final class ListenerWriter {

    private ListenerWriter() {}

    static Map<String, Object> listener(ListenerConfig listener) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("address", listener.address().toString());
        map.put("transport", Words.of(listener.socket().transport()));
        map.put("admin_paths", listener.adminPaths());
        map.put("decision_header", listener.exposure().decisionHeader());
        map.put(
                "trusted_proxies",
                listener.trustedProxies().stream().map(AddressRange::toString).toList());
        map.put("allow", listener.allow().stream().sorted().map(Words::of).toList());
        map.put("limits", limits(listener.limits()));
        map.put("timeouts", timeouts(listener.timeouts()));
        map.put("access_log", accessLog(listener.accessLog()));
        return map;
    }

    private static Map<String, Object> limits(LimitConfig limits) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("request_line", Sizes.format(limits.requestLine()));
        map.put("headers", Sizes.format(limits.headers()));
        map.put("fields", limits.fields());
        map.put("body", limits.body() == Long.MAX_VALUE ? "unlimited" : Sizes.format(limits.body()));
        map.put("connections", limits.connections());
        return map;
    }

    private static Map<String, Object> timeouts(ClientTimeoutConfig timeouts) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("head", Durations.format(timeouts.head()));
        map.put("keep_alive", Durations.format(timeouts.keepAlive()));
        map.put("half_close", Durations.format(timeouts.halfClose()));
        return map;
    }

    private static Map<String, Object> accessLog(AccessLogConfig log) {
        Map<String, Object> map = new LinkedHashMap<>();
        Path file = log.file();
        map.put("format", Words.of(log.format()));
        map.put("file", file == null ? "stdout" : file.toString());
        map.put("rotate", Sizes.format(log.rotate()));
        map.put("keep", log.keep());
        return map;
    }
}
