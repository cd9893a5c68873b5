package dev.lbctl.config.yaml;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;

/** What is wrong in one text so far: the first complaint of each place, so that a node behind several aliases complains once. */
public final class Problems {
    private final String text;
    private final Map<List<Object>, Problem> found = new LinkedHashMap<>();

    /** For a text of that name. */
    public Problems(String text) {
        this.text = text;
    }

    void add(@Nullable Mark mark, String what, String fix) {
        int line = mark == null ? 0 : mark.getLine() + 1;
        int column = mark == null ? 0 : mark.getColumn() + 1;
        add(new Problem(text, line, column, what, fix));
    }

    void add(Problem problem) {
        List<Object> place = List.of(problem.source(), problem.line(), problem.column());
        found.putIfAbsent(place, problem);
    }

    String text() {
        return text;
    }

    public boolean none() {
        return found.isEmpty();
    }

    /** Those of flags and variables, then those of the text in its order. */
    public List<Problem> inOrder() {
        return found.values().stream()
                .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
                .toList();
    }
}
