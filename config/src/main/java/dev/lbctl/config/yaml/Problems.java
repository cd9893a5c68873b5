package dev.lbctl.config.yaml;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;

/** What is wrong in one text so far: the first complaint of each place, so that a node behind several aliases complains once. */
public final class Problems {
    private final Map<List<Integer>, Problem> found = new HashMap<>();

    void add(@Nullable Mark mark, String what, String fix) {
        int line = mark == null ? 0 : mark.getLine() + 1;
        int column = mark == null ? 0 : mark.getColumn() + 1;
        add(new Problem(line, column, what, fix));
    }

    void add(Problem problem) {
        found.putIfAbsent(List.of(problem.line(), problem.column()), problem);
    }

    public boolean none() {
        return found.isEmpty();
    }

    /** In the order of the text. */
    public List<Problem> inOrder() {
        return found.values().stream()
                .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
                .toList();
    }
}
