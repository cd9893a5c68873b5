package dev.lbctl.balancer.exchange;

import java.util.ArrayList;
import java.util.List;

/** Lists that mostly have one element, or none: immutable, which costs less than room for more. */
final class Few {
    private Few() {}

    /** The list with one more behind the others. */
    static <T> List<T> and(List<T> before, T more) {
        if (before.isEmpty()) {
            return List.of(more);
        }
        List<T> all = new ArrayList<>(before);
        all.add(more);
        return List.copyOf(all);
    }

    /** The list without one of its elements. */
    static <T> List<T> without(List<T> before, T less) {
        return before.stream().filter(each -> !each.equals(less)).toList();
    }
}
