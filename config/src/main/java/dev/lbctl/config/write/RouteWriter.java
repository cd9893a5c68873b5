package dev.lbctl.config.write;

import dev.lbctl.config.HeaderConfig;
import dev.lbctl.config.HostPattern;
import dev.lbctl.config.RouteConfig;
import java.util.LinkedHashMap;
import java.util.Map;

/** A route as the file has it; what it does not change is left out. */
final class RouteWriter {

    private RouteWriter() {}

    static Map<String, Object> route(RouteConfig route) {
        Map<String, Object> map = new LinkedHashMap<>();
        HostPattern host = route.host();
        if (host != null) {
            map.put("host", host.toString());
        }
        map.put("path", route.path());
        map.put("pool", route.pool());
        if (!route.stripPrefix().isEmpty()) {
            map.put("strip_prefix", route.stripPrefix());
        }
        putEdits("request_headers", route.requestHeaders(), map);
        putEdits("response_headers", route.responseHeaders(), map);
        return map;
    }

    private static void putEdits(String key, HeaderConfig edits, Map<String, Object> map) {
        if (edits.equals(HeaderConfig.NONE)) {
            return;
        }
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("set", edits.set());
        written.put("add", edits.add());
        written.put("remove", edits.remove());
        map.put(key, written);
    }
}
