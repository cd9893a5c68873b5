package dev.lbctl.config.file;

import dev.lbctl.config.LbConfig;
import java.util.List;

/** What reading a configuration came to: a complete configuration, or every problem in it. */
public sealed interface ConfigResult {

    /** All that was wanted is there. */
    record Valid(LbConfig config) implements ConfigResult {}

    /** Nothing may start with it; {@code problems} are at least one, in the order of the file. */
    record Invalid(List<ConfigProblem> problems) implements ConfigResult {}
}
