package dev.lbctl.balancer.reload;

import java.util.Map;
import java.util.Objects;

/** What the items of a configuration's lists are known by, wherever in the list they stand. Pure. */
final class Items {

    private Items() {}

    /** Of a server its name, of a route its host and path, of a field line the field's name. */
    static String name(Object item) {
        if (item instanceof Map<?, ?> map) {
            Object name = map.get("name");
            return name == null
                    ? Objects.requireNonNullElse(map.get("host"), "") + String.valueOf(map.get("path"))
                    : name.toString();
        }
        String line = item.toString();
        int colon = line.indexOf(':');
        return colon < 0 ? line : line.substring(0, colon);
    }

    /** What stands behind a field line's name. */
    static String value(Object line) {
        return line.toString().substring(name(line).length()).replaceFirst("^: *", "");
    }
}
