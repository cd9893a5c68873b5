package dev.lbctl.config.file;

import dev.lbctl.config.yaml.Origin;
import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A configuration as YAML, every default written out, with the origin of each value as a comment. */
public final class EffectiveText {
    private static final int COMMENT_COLUMN = 44;

    private final Map<String, Origin> origins;
    private final Map<Integer, Origin> byLine = new HashMap<>();

    private EffectiveText(Map<String, Origin> origins) {
        this.origins = origins;
    }

    public static String of(ConfigResult.Valid read) {
        EffectiveText text = new EffectiveText(read.origins());
        String yaml = ConfigFile.write(read.config());
        text.visit("", new Yaml().compose(new StringReader(yaml)), Origin.DEFAULT);
        List<String> lines = yaml.lines().toList();
        return IntStream.range(0, lines.size())
                .mapToObj(line -> text.commented(lines.get(line), line))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /** @param otherwise the origin of what has none of its own */
    private void visit(String path, Node node, Origin otherwise) {
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(tuple -> visit(path, tuple, otherwise));
        } else if (node instanceof SequenceNode sequence) {
            List<Node> items = sequence.getValue();
            IntStream.range(0, items.size()).forEach(i -> visit(path + "[" + i + "]", items.get(i), otherwise));
        }
    }

    private void visit(String path, NodeTuple tuple, Origin otherwise) {
        String key = ((ScalarNode) tuple.getKeyNode()).getValue();
        String full = path.isEmpty() ? key : path + "." + key;
        Node value = tuple.getValueNode();
        Origin origin = origins.getOrDefault(full, otherwise);
        boolean items = value instanceof SequenceNode sequence
                && !sequence.getValue().isEmpty()
                && sequence.getValue().get(0) instanceof MappingNode;
        if (!items && !(value instanceof MappingNode)) {
            byLine.put(tuple.getKeyNode().getStartMark().getLine(), origin);
        }
        visit(full, value, items && origin.line() == 0 ? origin : Origin.DEFAULT);
    }

    private String commented(String line, int number) {
        Origin origin = byLine.get(number);
        return origin == null ? line : String.format("%-" + COMMENT_COLUMN + "s  # %s", line, origin);
    }
}
