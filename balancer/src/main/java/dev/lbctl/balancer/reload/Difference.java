package dev.lbctl.balancer.reload;

import dev.lbctl.config.BackendConfig;
import dev.lbctl.config.LbConfig;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one configuration has otherwise than another. Mask are not in it, but that they changed is. Pure.
 *
 * @param members as {@code POOL/NAME}
 * @param changes key by key; a pool that came or went is one of them
 */
public record Difference(Names pools, Names members, List<Change> changes) {
    private static final int CHANGES_TOLD = 3;

    /** What of something came, went, and is another. */
    public record Names(List<String> added, List<String> removed, List<String> changed) {

        static <T> Names between(Map<String, T> before, Map<String, T> after) {
            return new Names(
                    after.keySet().stream()
                            .filter(name -> !before.containsKey(name))
                            .toList(),
                    before.keySet().stream()
                            .filter(name -> !after.containsKey(name))
                            .toList(),
                    after.keySet().stream()
                            .filter(before::containsKey)
                            .filter(name -> !Objects.equals(before.get(name), after.get(name)))
                            .toList());
        }
    }

    /**
     * One key that has another value.
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
            @Nullable String after) {

        String words() {
            if (before == null) {
                return "+ " + key + ": " + after;
            }
            return after == null ? "- " + key + ": " + before : key + ": " + before + " → " + after;
        }
    }

    /** From the one to the other. */
    public static Difference between(LbConfig before, LbConfig after) {
        return new Difference(
                Names.between(before.pools(), after.pools()),
                Names.between(members(before), members(after)),
                Leaves.changes(before, after));
    }

    public boolean isNone() {
        return changes.isEmpty();
    }

    /** In one line: what came and went, and the first few keys. */
    public String words() {
        if (isNone()) {
            return "nothing changes";
        }
        Stream<String> first = changes.stream().limit(CHANGES_TOLD).map(Change::words);
        int more = changes.size() - CHANGES_TOLD;
        return first.collect(Collectors.joining("; ")) + (more > 0 ? "; and " + more + " more" : "");
    }

    private static Map<String, BackendConfig> members(LbConfig config) {
        Map<String, BackendConfig> members = new LinkedHashMap<>();
        config.pools()
                .forEach((pool, of) -> of.backends().forEach(each -> members.put(pool + "/" + each.name(), each)));
        return members;
    }
}
