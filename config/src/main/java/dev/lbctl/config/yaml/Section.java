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
import java.util.stream.Stream;
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
    private final Text text;
    private final @Nullable Section fallback;
    private final Reading reading;
    private final Set<String> asked = new LinkedHashSet<>();

    /**
     * What is written here.
     *
     * @param own whether it is the text that is read, and not the fallback in its place
     */
    private record Text(@Nullable Mark mark, Map<String, Entry> entries, boolean own) {}

    /** A mapping that stands by itself: the whole text, or an item of a list. */
    Section(String path, @Nullable Node node, @Nullable Section fallback, Reading reading) {
        this(
                path,
                new Text(node == null ? null : node.getStartMark(), Entries.of(path, node, reading.problems()), true),
                fallback,
                reading);
    }

    private Section(String path, Text text, @Nullable Section fallback, Reading reading) {
        this.path = path;
        this.text = text;
        this.fallback = fallback;
        this.reading = reading;
    }

    /** Hands the mapping to its reader, then complains of every key the reader did not ask for. */
    public <T> T read(Function<Section, T> reader) {
        T value = reader.apply(this);
        text.entries.forEach((key, entry) -> {
            if (!asked.contains(key)) {
                String where = path.isEmpty() ? "" : " in " + path;
                reading.problems().add(entry.mark(), "unknown key " + key + where, Suggestion.advice(key, asked));
            }
        });
        return value;
    }

    /** Whether this text itself has the key, or something is said in place of its value. */
    public boolean has(String key) {
        asked.add(key);
        return text.entries.containsKey(key) || isReplaced(key);
    }

    /** Whether this text itself has the key. */
    public boolean isWritten(String key) {
        asked.add(key);
        return text.entries.containsKey(key);
    }

    /** Whether a list stands under the key. */
    public boolean isList(String key) {
        return isWritten(key) && !isReplaced(key) && Entries.list(node(key)) != null;
    }

    /** Whether something is said in place of the key's value. */
    public boolean isReplaced(String key) {
        return reading.replacement(full(key)).isPresent();
    }

    /** The same place of the fallback text, as if it were this text. */
    public Optional<Section> inherited() {
        return Optional.ofNullable(fallback)
                .map(below -> new Section(path, new Text(null, below.text.entries, false), below, reading));
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
        asked.add(key);
        Optional<Replacement> replacement = reading.replacement(full(key));
        if (replacement.isPresent()) {
            return reading.parse(full(key), replacement.get().change().apply(written(key)), replacement.get(), kind);
        }
        found(key);
        return text.entries.containsKey(key) ? reading.parse(full(key), node(key), kind) : Optional.empty();
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
        found(key);
        List<T> read = new ArrayList<>();
        for (Node item : items(key)) {
            read.add(new Section(full(key) + "[" + read.size() + "]", item, null, reading).read(reader));
        }
        return read;
    }

    /**
     * The single values of the list under the key, or the fallback's; those that are wrong are left out. What is said in place of
     * the list parts them by commas.
     */
    public <T> List<T> values(String key, Kind<T> kind) {
        Optional<Replacement> replacement = reading.replacement(full(key));
        if (replacement.isPresent()) {
            asked.add(key);
            return Stream.of(replacement.get().change().apply("").split(","))
                    .map(String::strip)
                    .flatMap(item -> reading.parse(full(key), item, replacement.get(), kind).stream())
                    .toList();
        }
        if (!has(key) && fallback != null) {
            return fallback.values(key, kind);
        }
        found(key);
        List<Node> items = items(key);
        List<T> values = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            reading.parse(full(key) + "[" + i + "]", items.get(i), kind).ifPresent(values::add);
        }
        return values;
    }

    /** Each mapping under a name the operator chose; all of them inherit from the first one of the fallback. */
    public <T> Map<String, T> named(String key, Kind<String> name, BiFunction<String, Section, T> reader) {
        Section all = child(key);
        Section first = all.fallback == null
                ? null
                : all.fallback.child(
                        all.fallback.text.entries.keySet().iterator().next());
        Map<String, T> read = new LinkedHashMap<>();
        all.names(name);
        all.text.entries.forEach((word, entry) -> {
            Section section = new Section(all.full(word), all.under(word), first, reading);
            read.put(word, section.read(s -> reader.apply(word, s)));
        });
        return read;
    }

    /** The names the operator chose in this mapping; those that are wrong are complained of. */
    public Set<String> names(Kind<String> kind) {
        text.entries.forEach((word, entry) -> {
            if (kind.parser().apply(word).isEmpty()) {
                String fix = kind.advice().apply(word);
                reading.problems().add(entry.mark(), path + ": " + Kind.quoted(word) + " is not " + kind.noun(), fix);
            }
        });
        return Collections.unmodifiableSet(text.entries.keySet());
    }

    /** Complains of the key's value, or of the whole mapping when the key is absent. */
    public void problem(String key, String what, String fix) {
        Optional<String> replacer =
                reading.replacer(full(key)).or(() -> text.own ? Optional.empty() : reading.replacer(path));
        Entry entry = text.entries.get(key);
        if (replacer.isPresent()) {
            reading.complain(replacer.get(), what, fix);
        } else {
            reading.problems().add(entry == null ? text.mark : entry.node().getStartMark(), what, fix);
        }
    }

    private Section child(String key) {
        asked.add(key);
        return new Section(full(key), under(key), fallback == null ? null : fallback.child(key), reading);
    }

    /** What is wrong with a mapping as a whole is told at its key. */
    private Text under(String key) {
        Entry entry = text.entries.get(key);
        Map<String, Entry> entries = Entries.of(full(key), entry == null ? null : entry.node(), reading.problems());
        return new Text(entry == null ? null : entry.mark(), entries, text.own);
    }

    private List<Node> items(String key) {
        asked.add(key);
        if (!text.entries.containsKey(key) || Entries.isEmpty(node(key))) {
            return List.of();
        }
        SequenceNode sequence = Entries.list(node(key));
        if (sequence == null) {
            problem(key, full(key) + " must be a list", "begin each item with `- `");
            return List.of();
        }
        return sequence.getValue();
    }

    /** The key's text as it stands here or in the fallback; empty when in neither. */
    private String written(String key) {
        Entry entry = text.entries.get(key);
        String here = entry == null ? null : Entries.text(entry.node());
        return here != null ? here : fallback == null ? "" : fallback.written(key);
    }

    private void found(String key) {
        Entry entry = text.entries.get(key);
        if (entry != null && text.own) {
            reading.found(full(key), entry.mark());
        }
    }

    private Node node(String key) {
        return Objects.requireNonNull(text.entries.get(key)).node();
    }

    private String full(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
