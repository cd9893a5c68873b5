package dev.lbctl.launcher.reload;

import dev.lbctl.config.LbConfig;
import dev.lbctl.config.file.ConfigResult;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where a cluster has its configuration from.
 *
 * @param first what it starts with
 * @param file the file that was read; null when there was none
 * @param again reads the same file once more, with the same flags and variables
 */
public record Source(LbConfig first, @Nullable Path file, Supplier<ConfigResult> again) {

    /** One that was typed, and is always the same. */
    public static Source typed(LbConfig config) {
        return new Source(config, null, () -> new ConfigResult.Valid(config, Map.of()));
    }

    /** In words for a person. */
    String words() {
        return file == null ? "what the cluster was started with" : file.toString();
    }
}
