package dev.lbctl.launcher.board;

import dev.lbctl.launcher.facts.News;

/** Everything that can change the board. */
public sealed interface Input {

    /**
     * A key was pressed.
     *
     * @param text what the terminal sent for it
     */
    record Pressed(Key key, String text) implements Input {}

    /** The terminal has another size. */
    record Resized(Size size) implements Input {}

    /** What came of a change. */
    record Noticed(Notice notice) implements Input {}

    /** Something became known of the cluster. */
    record Learned(News news) implements Input {}
}
