package dev.lbctl.config.file;

import dev.lbctl.config.LbConfig;
import dev.lbctl.config.yaml.Origin;
import java.util.List;
import java.util.Map;

/** What reading a configuration came to: a complete configuration, or every problem in it. */
public sealed interface ConfigResult {

    /**
     * All that was wanted is there.
     *
     * @param origins by path, like {@code pools.default.algorithm}, of what was not left to the default
     */
    record Valid(LbConfig config, Map<String, Origin> origins) implements ConfigResult {}

    /** Nothing may start with it; {@code problems} are at least one, in the order of the file. */
    record Invalid(List<ConfigProblem> problems) implements ConfigResult {}
}
