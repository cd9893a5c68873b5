package dev.lbctl.balancer.reload;

import dev.lbctl.balancer.reload.Difference.Change;
import dev.lbctl.config.LbConfig;
import dev.lbctl.config.NodeConfig;
import dev.lbctl.config.PoolConfig;
import dev.lbctl.config.file.ConfigFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which single values two configurations have otherwise, e.g. {@code pools.web.health.path}; an item of a list of mappings is one. Pure. */
final class Leaves {

    private Leaves() {}

    /** A pool that came or went is one change. */
    static List<Change> changes(LbConfig before, LbConfig after) {
        List<Change> changes = new ArrayList<>();
        Set<String> pools = new LinkedHashSet<>(after.pools().keySet());
        pools.addAll(before.pools().keySet());
        for (String name : pools) {
            PoolConfig had = before.pools().get(name);
            PoolConfig has = after.pools().get(name);
            if (had == null || has == null) {
                changes.add(change(Key.ofPool(name), inShort(had), inShort(has)));
            }
        }
        changes.addAll(changes(
                tree(before, after.pools().keySet()), tree(after, before.pools().keySet())));
        return changes;
    }

    private static @Nullable String inShort(@Nullable PoolConfig pool) {
        if (pool == null) {
            return null;
        }
        NodeConfig run = pool.run();
        int count = pool.backends().size() + (run == null ? 0 : run.copies());
        return pool.algorithm().key() + " over " + count + (count == 1 ? " backend" : " backends");
    }

    private static Map<String, Object> tree(LbConfig config, Collection<String> pools) {
        Map<String, Object> tree = ConfigFile.tree(config);
        ((Map<?, ?>) Objects.requireNonNull(tree.get("pools"))).keySet().retainAll(pools);
        return tree;
    }

    private static List<Change> changes(Map<String, Object> had, Map<String, Object> has) {
        Map<Key, String> before = values(had);
        Map<Key, String> after = values(has);
        Map<Key, String> shownBefore = values(Mask.hidden(had));
        Map<Key, String> shownAfter = values(Mask.hidden(has));
        Set<Key> keys = new LinkedHashSet<>(after.keySet());
        keys.addAll(before.keySet());
        return keys.stream()
                .filter(key -> !Objects.equals(before.get(key), after.get(key)))
                .map(key -> change(key, shownBefore.get(key), shownAfter.get(key)))
                .toList();
    }

    private static Change change(Key key, @Nullable String before, @Nullable String after) {
        return new Change(key.path(), key.pool(), key.member(), before, after);
    }

    private static Map<Key, String> values(Map<String, Object> tree) {
        Map<Key, String> values = new LinkedHashMap<>();
        collect(Key.ROOT, tree, values);
        return values;
    }

    private static void collect(Key at, Object node, Map<Key, String> into) {
        if (node instanceof Map<?, ?> map) {
            map.forEach((name, value) -> collect(at.below(name.toString()), value, into));
        } else if (node instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Map<?, ?>) {
            list.forEach(item -> into.put(at.item(Items.name(item)), flow(item)));
        } else {
            into.put(at, flow(node));
        }
    }

    private static String flow(Object node) {
        if (node instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> entry.getKey() + ": " + flow(entry.getValue()))
                    .collect(Collectors.joining(", ", "{ ", " }"));
        }
        return String.valueOf(node);
    }
}
