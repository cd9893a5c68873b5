package dev.lbctl.launcher.reload;

import dev.lbctl.config.LbConfig;
import dev.lbctl.config.NodeConfig;
import dev.lbctl.launcher.node.NodeSpec;
import dev.lbctl.launcher.process.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What another configuration changes of the nodes, by their pools. Pure.
 *
 * @param firsts what a node of each pool is like by the new configuration
 * @param copies how many nodes of each pool it asks for
 * @param begun pools that have nodes now and had none
 * @param ended pools that had nodes and have none any more
 * @param resized pools that another number is configured for
 * @param restarted pools whose nodes run something else
 */
record NodeChanges(
        Map<String, NodeSpec> firsts,
        Map<String, Integer> copies,
        List<String> begun,
        List<String> ended,
        List<String> resized,
        List<String> restarted) {

    /**
     * Between two configurations.
     *
     * @param had what a node of each pool is like now
     * @param has what it is to be like
     */
    static NodeChanges between(LbConfig now, LbConfig next, Map<String, NodeSpec> had, Map<String, NodeSpec> has) {
        Map<String, Integer> copies = copies(next);
        Map<String, Integer> before = copies(now);
        List<String> both = has.keySet().stream().filter(had::containsKey).toList();
        return new NodeChanges(
                has,
                copies,
                has.keySet().stream().filter(pool -> !had.containsKey(pool)).toList(),
                had.keySet().stream().filter(pool -> !has.containsKey(pool)).toList(),
                both.stream()
                        .filter(pool -> !Objects.equals(before.get(pool), copies.get(pool)))
                        .toList(),
                both.stream()
                        .filter(pool -> !Objects.equals(program(had.get(pool)), program(has.get(pool))))
                        .toList());
    }

    int copiesOf(String pool) {
        return copies.getOrDefault(pool, 0);
    }

    boolean isNone() {
        return begun.isEmpty() && ended.isEmpty() && resized.isEmpty() && restarted.isEmpty();
    }

    /** One sentence each, in the order in which they happen. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        begun.forEach(pool -> words.add(pool + ": " + nodes(copiesOf(pool)) + " started"));
        ended.forEach(pool -> words.add(pool + ": its nodes stopped"));
        resized.forEach(pool -> words.add(pool + ": " + nodes(copiesOf(pool))));
        restarted.forEach(pool -> words.add(pool + ": its nodes restarted in turn"));
        return List.copyOf(words);
    }

    private static @Nullable Program program(@Nullable NodeSpec spec) {
        return spec == null ? null : spec.program();
    }

    private static String nodes(int count) {
        return count == 1 ? "1 node" : count + " nodes";
    }

    /** How many nodes of each pool a configuration asks for. */
    static Map<String, Integer> copies(LbConfig config) {
        Map<String, Integer> copies = new TreeMap<>();
        config.pools().forEach((name, pool) -> {
            NodeConfig run = pool.run();
            if (run != null) {
                copies.put(name, run.copies());
            }
        });
        return copies;
    }
}
