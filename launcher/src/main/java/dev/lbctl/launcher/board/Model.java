package dev.lbctl.launcher.board;

import dev.lbctl.launcher.board.Focus.Pane;
import dev.lbctl.launcher.facts.Facts;
import dev.lbctl.launcher.facts.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that the screen shows.
 *
 * @param notice what came of the last change; null when there is nothing to say
 * @param readOnly whether keys may change nothing in the cluster
 */
public record Model(
        Facts facts, Focus focus, Mode mode, @Nullable Notice notice, Size size, Instant now, boolean readOnly) {
    private static final Duration NOTICE_STAYS = Duration.ofSeconds(5);

    public static Model initial(Size size, Instant now, boolean readOnly) {
        return new Model(Facts.NONE, Focus.initial(), new Mode.Browse(), null, size, now, readOnly);
    }

    /** What the table shows, in its order. */
    public List<Row> rows() {
        return focus.of(facts.rows());
    }

    /** The row that keys act on: the chosen one, or else the first. */
    public Optional<Row> selected() {
        List<Row> rows = rows();
        return rows.stream()
                .filter(row -> row.id().equals(focus.chosen()))
                .findFirst()
                .or(() -> rows.stream().findFirst());
    }

    /** The node whose log is shown; empty when none is. */
    public Optional<String> logOf() {
        boolean shown = focus.pane() == Pane.LOG || (focus.pane() == Pane.OVERVIEW && size.isRoomy());
        return shown ? selected().filter(row -> row.node() != null).map(Row::name) : Optional.empty();
    }

    /** With other facts; a question about a row that is gone is not asked any more. */
    Model with(Facts newFacts) {
        Model next = new Model(newFacts, focus, mode, notice, size, now, readOnly);
        boolean moot = mode instanceof Mode.Ask ask
                && newFacts.rows().stream().noneMatch(row -> row.id().equals(ask.row()));
        return moot ? next.in(new Mode.Browse()) : next;
    }

    Model on(Focus newFocus) {
        return new Model(facts, newFocus, mode, notice, size, now, readOnly);
    }

    Model in(Mode newMode) {
        return new Model(facts, focus, newMode, notice, size, now, readOnly);
    }

    Model saying(@Nullable Notice newNotice) {
        return new Model(facts, focus, mode, newNotice, size, now, readOnly);
    }

    Model sized(Size newSize) {
        return new Model(facts, focus, mode, notice, newSize, now, readOnly);
    }

    /** Time goes on, and what was said long ago is forgotten. */
    public Model at(Instant newNow) {
        boolean old = notice != null && notice.at().plus(NOTICE_STAYS).isBefore(newNow);
        return new Model(facts, focus, mode, old ? null : notice, size, newNow, readOnly);
    }
}
