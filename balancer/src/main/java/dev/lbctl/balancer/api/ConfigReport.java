package dev.lbctl.balancer.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code PUT /config}: what the new configuration has otherwise than the one before.
 *
 * @param applied whether it is in effect; false of a dry run
 * @param summary the first changes in one line
 * @param members as {@code POOL/NAME}
 * @param notes what else is to be said, one sentence each, e.g. that a new backend does not answer its probe
 */
public record ConfigReport(
        boolean applied, String summary, Names pools, Names members, List<Change> changes, List<String> notes) {

    /** What came, went, and is another. */
    public record Names(List<String> added, List<String> removed, List<String> changed) {}

    /**
     * One key.
     *
     * @param pool the one it is a key of; null when of none
     * @param member the one it is; null when it is none
     * @param before null when there was none
     * @param after null when there is none
     */
    public record Change(
            String key,
            @Nullable String pool,
            @Nullable String member,
            @Nullable String before,
            @Nullable String after) {}
}
