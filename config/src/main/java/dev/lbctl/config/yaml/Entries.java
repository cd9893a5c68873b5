package dev.lbctl.config.yaml;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** The nodes of YAML as this program takes them: mappings with words for keys, lists, and single values; no tags of its own. */
final class Entries {
    private static final Set<Tag> PLAIN =
            Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.TIMESTAMP, Tag.MERGE, Tag.MAP, Tag.SEQ);

    /** One key of a mapping. */
    record Entry(Mark mark, Node node) {}

    private Entries() {}

    /** The keys of a mapping, in its order; none when the node is empty or, which is a problem, something else. */
    static Map<String, Entry> of(String path, @Nullable Node node, Problems problems) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        if (node instanceof MappingNode mapping && isPlain(mapping)) {
            for (NodeTuple tuple : mapping.getValue()) {
                enter(path, tuple, entries, problems);
            }
        } else if (node != null && !isEmpty(node)) {
            String what = path.isEmpty() ? "the file" : path;
            problems.add(node.getStartMark(), what + " must hold keys", "write `key: value` pairs, without tags");
        }
        return entries;
    }

    private static void enter(String path, NodeTuple tuple, Map<String, Entry> entries, Problems problems) {
        Mark mark = tuple.getKeyNode().getStartMark();
        if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
            problems.add(mark, "a key must be a word", "write `key: value`");
        } else if (entries.putIfAbsent(key.getValue(), new Entry(mark, tuple.getValueNode())) != null) {
            String name = path.isEmpty() ? key.getValue() : path + "." + key.getValue();
            problems.add(mark, name + " is there twice", "keep one of the two");
        }
    }

    /** Null when the node is not a list. */
    static @Nullable SequenceNode list(Node node) {
        return node instanceof SequenceNode sequence && isPlain(sequence) ? sequence : null;
    }

    /** Null when the node is not a single value. */
    static @Nullable String text(Node node) {
        return node instanceof ScalarNode scalar && isPlain(scalar) ? scalar.getValue() : null;
    }

    static boolean isEmpty(Node node) {
        return node.getTag().equals(Tag.NULL);
    }

    private static boolean isPlain(Node node) {
        return PLAIN.contains(node.getTag());
    }
}
