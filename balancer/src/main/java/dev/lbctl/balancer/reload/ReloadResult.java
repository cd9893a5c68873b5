package dev.lbctl.balancer.reload;

import dev.lbctl.config.file.ConfigProblem;
import java.util.List;

/** What a proposal came to. */
public sealed interface ReloadResult {

    /**
     * It is in effect, or could be.
     *
     * @param tag of the proposed configuration
     * @param notes what else is to be said, one sentence each
     */
    record Accepted(Difference difference, String tag, List<String> notes) implements ReloadResult {}

    /** It is no valid configuration. */
    record Invalid(List<ConfigProblem> problems) implements ReloadResult {}

    /** It changes what cannot be changed while the balancer runs. */
    record Fixed(List<ConfigProblem> problems) implements ReloadResult {}

    /** It was to replace a configuration that is not in effect. */
    record Outdated(String tag) implements ReloadResult {}
}
