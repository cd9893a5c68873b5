package dev.lbctl.config.yaml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/**
 * One mapping of a YAML text, asked key by key. What is absent or wrong is taken from the same place of the fallback text; what
 * is wrong becomes a problem, and so does a key that the reader never asked for.
 */
public final class Section {
    private final Mapping written;
    private final @Nullable Section fallback;
    private final Reading reading;
    private final Set<String> asked = new LinkedHashSet<>();

    Section(Mapping written, @Nullable Section fallback, Reading reading) {
        this.written = written;
        this.fallback = fallback;
        this.reading = reading;
    }

    /** Hands the mapping to its reader, then complains of every key the reader did not ask for. */
    public <T> T read(Function<Section, T> reader) {
        T value = reader.apply(this);
        written.entries().forEach((key, entry) -> {
            if (!asked.contains(key)) {
                String where = written.path().isEmpty() ? "" : " in " + written.path();
                reading.problems().add(entry.mark(), "unknown key " + key + where, Suggestion.advice(key, asked));
            }
        });
        return value;
    }

    /** Whether this text itself has the key, or something is said in place of its value. */
    public boolean has(String key) {
        asked.add(key);
        return written.has(key) || isReplaced(key);
    }

    /** Whether this text itself has the key. */
    public boolean isWritten(String key) {
        asked.add(key);
        return written.has(key);
    }

    /** Whether a list stands under the key. */
    public boolean isList(String key) {
        return isWritten(key) && !isReplaced(key) && Entries.list(written.node(key)) != null;
    }

    /** Whether something is said in place of the key's value. */
    public boolean isReplaced(String key) {
        return reading.replacement(full(key)).isPresent();
    }

    /** The same place of the fallback text, as if it were this text. */
    public Optional<Section> inherited() {
        return Optional.ofNullable(fallback)
                .map(below -> new Section(below.written.inPlaceOf(written), below, reading));
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
            return reading.parse(full(key), replacement.get().change().apply(text(key)), replacement.get(), kind);
        }
        reading.found(written, key);
        return written.has(key) ? reading.parse(full(key), written.node(key), kind) : Optional.empty();
    }

    /** Like {@link #optional}, but absence is a problem too. */
    public <T> Optional<T> required(String key, Kind<T> kind) {
        if (!has(key)) {
            problem(key, written.path() + " has no " + key, kind.advice().apply(""));
        }
        return optional(key, kind);
    }

    /** The mapping under the key; when it is absent everything in it is. */
    public <T> T section(String key, Function<Section, T> reader) {
        return child(key).read(reader);
    }

    /** Each mapping of the list under the key; the items inherit nothing. */
    public <T> List<T> list(String key, Function<Section, T> reader) {
        reading.found(written, key);
        List<T> read = new ArrayList<>();
        for (Node item : items(key)) {
            Mapping mapping = Mapping.of(full(key) + "[" + read.size() + "]", item, reading.problems());
            read.add(new Section(mapping, null, reading).read(reader));
        }
        return read;
    }

    /**
     * The single values of the list under the key, or the fallback's; those that are wrong are left out.
     */
    public <T> List<T> values(String key, Kind<T> kind) {
        Optional<Replacement> replacement = reading.replacement(full(key));
        if (replacement.isPresent()) {
            asked.add(key);
            return reading.parseAll(full(key), replacement.get(), kind);
        }
        if (!has(key) && fallback != null) {
            return fallback.values(key, kind);
        }
        reading.found(written, key);
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
                        all.fallback.written.entries().keySet().iterator().next());
        Map<String, T> read = new LinkedHashMap<>();
        all.names(name);
        all.written.entries().keySet().forEach(word -> {
            Section section = new Section(all.written.under(word, reading.problems()), first, reading);
            read.put(word, section.read(s -> reader.apply(word, s)));
        });
        return read;
    }

    /** The names the operator chose in this mapping; those that are wrong are complained of. */
    public Set<String> names(Kind<String> kind) {
        written.entries().forEach((word, entry) -> {
            if (kind.parser().apply(word).isEmpty()) {
                String fix = kind.advice().apply(word);
                reading.problems()
                        .add(entry.mark(), written.path() + ": " + Kind.quoted(word) + " is not " + kind.noun(), fix);
            }
        });
        return Collections.unmodifiableSet(written.entries().keySet());
    }

    /** Complains of the key's value, or of the whole mapping when the key is absent. */
    public void problem(String key, String what, String fix) {
        Optional<String> replacer = reading.replacer(full(key))
                .or(() -> written.own() ? Optional.empty() : reading.replacer(written.path()));
        if (replacer.isPresent()) {
            reading.complain(replacer.get(), what, fix);
        } else {
            reading.problems().add(written.place(key), what, fix);
        }
    }

    private Section child(String key) {
        asked.add(key);
        Mapping below = written.under(key, reading.problems());
        return new Section(below, fallback == null ? null : fallback.child(key), reading);
    }

    private List<Node> items(String key) {
        asked.add(key);
        return written.items(key).orElseGet(() -> {
            problem(key, full(key) + " must be a list", "begin each item with `- `");
            return List.of();
        });
    }

    /** The key's text as it stands here or in the fallback; empty when in neither. */
    private String text(String key) {
        return written.text(key).orElseGet(() -> fallback == null ? "" : fallback.text(key));
    }

    private String full(String key) {
        return written.full(key);
    }
}
