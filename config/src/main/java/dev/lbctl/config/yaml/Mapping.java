package dev.lbctl.config.yaml;

import dev.lbctl.config.yaml.Entries.Entry;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * One mapping of a text as it is written, whatever it means.
 *
 * @param path what messages call it; empty for the whole text
 * @param mark where it begins; null when it is not written
 * @param entries its keys, in its order
 * @param own whether it is of the text that is read, and not of the fallback in its place
 */
record Mapping(String path, @Nullable Mark mark, Map<String, Entry> entries, boolean own) {

    /** A mapping that stands by itself: the whole text, or an item of a list. */
    static Mapping of(String path, @Nullable Node node, Problems problems) {
        return new Mapping(path, node == null ? null : node.getStartMark(), Entries.of(path, node, problems), true);
    }

    /** The same keys in the place of a mapping that is read. */
    Mapping inPlaceOf(Mapping read) {
        return new Mapping(read.path, null, entries, false);
    }

    /** The mapping under the key, without keys when it is absent; what is wrong with it as a whole is told at its key. */
    Mapping under(String key, Problems problems) {
        Entry entry = entries.get(key);
        Map<String, Entry> below = Entries.of(full(key), entry == null ? null : entry.node(), problems);
        return new Mapping(full(key), entry == null ? null : entry.mark(), below, own);
    }

    boolean has(String key) {
        return entries.containsKey(key);
    }

    /** What messages call the key's value. */
    String full(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    /** The value of a key that it has. */
    Node node(String key) {
        return Objects.requireNonNull(entries.get(key), key).node();
    }

    /** The key's value as it stands there; empty when it is absent or no single value. */
    Optional<String> text(String key) {
        return has(key) ? Optional.ofNullable(Entries.text(node(key))) : Optional.empty();
    }

    /** The items under the key, none when nothing is written there; empty when it holds something else. */
    Optional<List<Node>> items(String key) {
        if (!has(key) || Entries.isEmpty(node(key))) {
            return Optional.of(List.of());
        }
        return Optional.ofNullable(Entries.list(node(key))).map(SequenceNode::getValue);
    }

    /** Where to tell what is wrong with the key's value: there, or at the whole mapping when the key is absent. */
    @Nullable
    Mark place(String key) {
        return has(key) ? node(key).getStartMark() : mark;
    }
}
