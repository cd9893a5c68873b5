package dev.lbctl.launcher.board;

import java.util.List;

/** What the keys do at present. */
public sealed interface Mode {
    /** They choose rows and act on them. */
    record Browse() implements Mode {}

    /** Any of them leaves the help. */
    record Help() implements Mode {}

    /** They are typed into the filter; what it was before comes back with Escape. */
    record Filter(String before) implements Mode {}

    /**
     * {@code y} lets a change be made, any other key does not.
     *
     * @param row whom the question is about; not asked any more when that is gone
     */
    record Ask(Command.Change change, String row, String question) implements Mode {}

    /**
     * They choose an algorithm.
     *
     * @param at which of the names is chosen
     */
    record ChooseAlgorithm(String pool, List<String> names, int at) implements Mode {
        public String chosen() {
            return names.get(at);
        }

        ChooseAlgorithm at(int other) {
            return new ChooseAlgorithm(pool, names, other);
        }
    }
}
