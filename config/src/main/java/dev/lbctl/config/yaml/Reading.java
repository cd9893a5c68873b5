package dev.lbctl.config.yaml;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;

/** One reading of a text: what is said in place of it, where each value came from, and what is wrong so far. */
public final class Reading {
    /** Before the name of a variable that sets one value: {@code LBCTL_LISTENER_ADDRESS} is {@code listener.address}. */
    public static final String PREFIX = "LBCTL_";

    private final Map<String, List<Replacement>> replacements;
    private final Problems problems;
    private final Set<String> asked = new TreeSet<>();
    private final Map<String, Origin> origins = new HashMap<>();

    /**
     * @param text its name
     * @param replacements by {@link #key}; one for {@code POOLS_*_} and the rest is for that value of any pool
     */
    public Reading(String text, Map<String, List<Replacement>> replacements) {
        this.replacements = replacements;
        this.problems = new Problems(text);
    }

    /** The path of a value as variables have it, without {@link #PREFIX}: {@code pools.web.backends[0].url} is {@code POOLS_WEB_BACKENDS_0_URL}. */
    public static String key(String path) {
        return path.replace("]", "").toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    public Problems problems() {
        return problems;
    }

    /** By path, of the values that were not left to the default. */
    public Map<String, Origin> origins() {
        return Map.copyOf(origins);
    }

    /** Complains of what replaces nothing. */
    public void checkUnused() {
        replacements.forEach((key, given) -> {
            if (!asked.contains(key)) {
                given.forEach(each -> complain(each.source(), "sets nothing of this configuration", fix(key, each)));
            }
        });
    }

    /** What is said in place of the value at this path, all of it together. */
    Optional<Replacement> replacement(String path) {
        asked.add(key(path));
        asked.add(inAnyPool(path));
        return Stream.of(inAnyPool(path), key(path))
                .distinct()
                .flatMap(key -> replacements.getOrDefault(key, List.of()).stream())
                .sorted(Comparator.comparing(Replacement::strength))
                .reduce(Replacement::then);
    }

    void complain(String source, String what, String fix) {
        problems.add(new Problem(source, 0, 0, what, fix));
    }

    /** Notes where the key's value stands, unless it is a default. */
    void found(Mapping written, String key) {
        Entries.Entry entry = written.entries().get(key);
        if (entry != null && written.own()) {
            Mark mark = entry.mark();
            origins.put(written.full(key), new Origin(problems.text(), mark.getLine() + 1, mark.getColumn() + 1));
        }
    }

    private void replaced(String path, String source) {
        origins.put(path, new Origin(source, 0, 0));
    }

    /** Who replaced the value at this path, or one below it. */
    Optional<String> replacer(String path) {
        return origins.entrySet().stream()
                .filter(each -> each.getValue().line() == 0)
                .filter(each ->
                        each.getKey().equals(path) || each.getKey().startsWith(path.isEmpty() ? "" : path + "."))
                .map(each -> each.getValue().source())
                .findFirst();
    }

    /** What the text has there; empty when it is wrong, and complained of. */
    <T> Optional<T> parse(String name, Node node, Kind<T> kind) {
        String written = Entries.text(node);
        Optional<T> value = written == null || Entries.isEmpty(node)
                ? Optional.empty()
                : kind.parser().apply(written);
        if (value.isEmpty()) {
            String what = Entries.isEmpty(node)
                    ? name + " has no value"
                    : written == null
                            ? name + " is not a single value"
                            : name + ": " + Kind.quoted(written) + " is not " + kind.noun();
            problems.add(node.getStartMark(), what, kind.advice().apply(written == null ? "" : written));
        }
        return value;
    }

    /** The same of what is said in place of it. */
    <T> Optional<T> parse(String name, String said, Replacement replacement, Kind<T> kind) {
        replaced(name, replacement.source());
        Optional<T> value = kind.parser().apply(said);
        if (value.isEmpty()) {
            String what = Kind.quoted(said) + " is not " + kind.noun();
            complain(replacement.source(), what, kind.advice().apply(said));
        }
        return value;
    }

    /** Likewise of what is said in place of a list: commas part its items, and those that are wrong are left out. */
    <T> List<T> parseAll(String name, Replacement replacement, Kind<T> kind) {
        return Stream.of(replacement.change().apply("").split(","))
                .map(String::strip)
                .flatMap(item -> parse(name, item, replacement, kind).stream())
                .toList();
    }

    private String fix(String key, Replacement unused) {
        if (!unused.otherwise().isEmpty()) {
            return unused.otherwise();
        }
        List<String> known = asked.stream()
                .filter(each -> !each.contains("*"))
                .map(each -> each.toLowerCase(Locale.ROOT))
                .toList();
        return Suggestion.nearest(key, known)
                .map(near -> "did you mean " + PREFIX + near.toUpperCase(Locale.ROOT) + "?")
                .orElse("unset it; lbctl config show --effective has every setting");
    }

    /** {@code pools.web.run.sample} is {@code POOLS_*_RUN_SAMPLE} here. */
    private static String inAnyPool(String path) {
        String[] words = path.split("\\.", 3);
        return words.length == 3 && words[0].equals("pools") ? "POOLS_*_" + key(words[2]) : key(path);
    }
}
