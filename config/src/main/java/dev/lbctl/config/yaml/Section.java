package dev.lbctl.config.yaml;

import dev.lbctl.config.yaml.Entries.Entry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * One mapping of a YAML text, asked key by key. What is absent or wrong is taken from the same place of the fallback text; what
 * is wrong becomes a problem, and so does a key that the reader never asked for.
 */
public final class Section {
    private final String path;
    private final @Nullable Mark mark;
    private final @Nullable Section fallback;
    private final Problems problems;
    private final Map<String, Entry> entries;
    private final Set<String> asked = new LinkedHashSet<>();

    /** A mapping that stands by itself: the whole text, or an item of a list. */
    Section(String path, @Nullable Node node, @Nullable Section fallback, Problems problems) {
        this.path = path;
        this.mark = node == null ? null : node.getStartMark();
        this.fallback = fallback;
        this.problems = problems;
        this.entries = Entries.of(path, node, problems);
    }

    /** The mapping under a key; what is wrong with it as a whole is told at that key. */
    private Section(String path, Entry entry, @Nullable Section fallback, Problems problems) {
        this.path = path;
        this.mark = entry.mark();
        this.fallback = fallback;
        this.problems = problems;
        this.entries = Entries.of(path, entry.node(), problems);
    }

    /** Hands the mapping to its reader, then complains of every key the reader did not ask for. */
    public <T> T read(Function<Section, T> reader) {
        T value = reader.apply(this);
        entries.forEach((key, entry) -> {
            if (!asked.contains(key)) {
                String where = path.isEmpty() ? "" : " in " + path;
                problems.add(entry.mark(), "unknown key " + key + where, Suggestion.advice(key, asked));
            }
        });
        return value;
    }

    /** Whether this text itself has the key. */
    public boolean has(String key) {
        asked.add(key);
        return entries.containsKey(key);
    }

    /** The same place of the fallback text. */
    public Optional<Section> inherited() {
        return Optional.ofNullable(fallback);
    }

    /** The key's value, or the fallback's. */
    public <T> T value(String key, Kind<T> kind) {
        return optional(key, kind).orElseGet(() -> {
            if (fallback == null) {
                throw new IllegalStateException("the fallback text lacks " + full(key));
            }
            return fallback.value(key, kind);
        });
    }

    /** Empty when the key is absent, or wrong and complained of. */
    public <T> Optional<T> optional(String key, Kind<T> kind) {
        return has(key) ? parse(full(key), node(key), kind) : Optional.empty();
    }

    /** Like {@link #optional}, but absence is a problem too. */
    public <T> Optional<T> required(String key, Kind<T> kind) {
        if (!has(key)) {
            problem(key, path + " has no " + key, kind.advice().apply(""));
        }
        return optional(key, kind);
    }

    /** The mapping under the key; when it is absent everything in it is. */
    public <T> T section(String key, Function<Section, T> reader) {
        return child(key).read(reader);
    }

    /** Each mapping of the list under the key; the items inherit nothing. */
    public <T> List<T> list(String key, Function<Section, T> reader) {
        List<T> read = new ArrayList<>();
        for (Node item : items(key)) {
            read.add(new Section(full(key) + "[" + read.size() + "]", item, null, problems).read(reader));
        }
        return read;
    }

    /** The single values of the list under the key, or the fallback's; those that are wrong are left out. */
    public <T> List<T> values(String key, Kind<T> kind) {
        if (!has(key) && fallback != null) {
            return fallback.values(key, kind);
        }
        List<Node> items = items(key);
        List<T> values = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            parse(full(key) + "[" + i + "]", items.get(i), kind).ifPresent(values::add);
        }
        return values;
    }

    /** Each mapping under a name the operator chose; all of them inherit from the first one of the fallback. */
    public <T> Map<String, T> named(String key, Kind<String> name, BiFunction<String, Section, T> reader) {
        Section all = child(key);
        Section first = all.fallback == null
                ? null
                : all.fallback.child(all.fallback.entries.keySet().iterator().next());
        Map<String, T> read = new LinkedHashMap<>();
        all.names(name);
        all.entries.forEach((word, entry) -> {
            Section section = new Section(all.full(word), entry, first, problems);
            read.put(word, section.read(s -> reader.apply(word, s)));
        });
        return read;
    }

    /** The names the operator chose in this mapping; those that are wrong are complained of. */
    public Set<String> names(Kind<String> kind) {
        entries.forEach((word, entry) -> {
            if (kind.parser().apply(word).isEmpty()) {
                String fix = kind.advice().apply(word);
                problems.add(entry.mark(), path + ": " + Kind.quoted(word) + " is not " + kind.noun(), fix);
            }
        });
        return Collections.unmodifiableSet(entries.keySet());
    }

    /** Complains of the key's value, or of the whole mapping when the key is absent. */
    public void problem(String key, String what, String fix) {
        Entry entry = entries.get(key);
        problems.add(entry == null ? mark : entry.node().getStartMark(), what, fix);
    }

    private Section child(String key) {
        asked.add(key);
        Entry entry = entries.get(key);
        Section inherited = fallback == null ? null : fallback.child(key);
        return entry == null
                ? new Section(full(key), (Node) null, inherited, problems)
                : new Section(full(key), entry, inherited, problems);
    }

    private List<Node> items(String key) {
        if (!has(key) || Entries.isEmpty(node(key))) {
            return List.of();
        }
        SequenceNode sequence = Entries.list(node(key));
        if (sequence == null) {
            problem(key, full(key) + " must be a list", "begin each item with `- `");
            return List.of();
        }
        return sequence.getValue();
    }

    private <T> Optional<T> parse(String name, Node node, Kind<T> kind) {
        String text = Entries.text(node);
        Optional<T> value = text == null || Entries.isEmpty(node)
                ? Optional.empty()
                : kind.parser().apply(text);
        if (value.isEmpty()) {
            String what = Entries.isEmpty(node)
                    ? name + " has no value"
                    : text == null
                            ? name + " is not a single value"
                            : name + ": " + Kind.quoted(text) + " is not " + kind.noun();
            problems.add(node.getStartMark(), what, kind.advice().apply(text == null ? "" : text));
        }
        return value;
    }

    private Node node(String key) {
        return Objects.requireNonNull(entries.get(key)).node();
    }

    private String full(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
