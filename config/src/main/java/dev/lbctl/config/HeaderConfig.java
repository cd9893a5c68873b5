package dev.lbctl.config;

import java.util.List;
import java.util.Map;

/**
 * What is changed in a header section on its way. Names are the same in any case, and with {@code _} for {@code -}.
 *
 * @param set values by name, each in place of all that stands under that name
 * @param add values by name, each besides what stands there
 * @param remove names under which nothing is left
 */
public record HeaderConfig(Map<String, String> set, Map<String, String> add, List<String> remove) {
    public static final HeaderConfig NONE = new HeaderConfig(Map.of(), Map.of(), List.of());
}
