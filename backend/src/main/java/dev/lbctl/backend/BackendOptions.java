package dev.lbctl.backend;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What one sample server is told at its start.
 *
 * @param name e.g. {@code server-1}
 * @param port 0 takes any free one
 * @param delay added before every answer that is not about health
 * @param errorRate share of such answers that are a 500 instead, 0–1
 * @param faultFile tells of a fault for a while; null when there is none such
 */
record BackendOptions(
        String name,
        String host,
        int port,
        Duration delay,
        double errorRate,
        @Nullable Path faultFile) {

    /** The name as answers show it: {@code Server-1} for {@code server-1}. */
    String title() {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
