package dev.lbctl.launcher.terminal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All that the screen shows.
 *
 * @param chosen the row a person moved to, by name so that it stays when rows come and go; null until then
 * @param paused whether new facts are left aside, so that what is on the screen can be read
 * @param notice what came of the last action; null when there is nothing to say
 */
record Model(
        Facts facts,
        @Nullable String chosen,
        Mode mode,
        boolean paused,
        @Nullable Notice notice,
        Size size,
        Instant now) {
    private static final Duration NOTICE_STAYS = Duration.ofSeconds(5);

    /** What the keys do. */
    enum Mode {
        BROWSE,
        CONFIRM_KILL,
        HELP
    }

    /** In characters; a terminal may well say 0. */
    record Size(int width, int height) {}

    /** One sentence about an action. */
    record Notice(String text, boolean good, Instant at) {}

    static Model initial(Size size, Instant now) {
        return new Model(Facts.NONE, null, Mode.BROWSE, false, null, size, now);
    }

    /** The row that keys act on: the chosen one, or else the first; null while there is none. */
    @Nullable
    String selected() {
        List<String> names = facts.rows().stream().map(Facts.Row::name).toList();
        return chosen != null && names.contains(chosen) ? chosen : names.isEmpty() ? null : names.get(0);
    }

    /** With other facts; a question about a row that is gone is not asked any more. */
    Model with(Facts newFacts) {
        Model next = new Model(newFacts, chosen, mode, paused, notice, size, now);
        boolean sameRow = Objects.equals(selected(), next.selected());
        return mode == Mode.CONFIRM_KILL && !sameRow ? next.in(Mode.BROWSE) : next;
    }

    Model choosing(@Nullable String name) {
        return new Model(facts, name, mode, paused, notice, size, now);
    }

    Model in(Mode newMode) {
        return new Model(facts, chosen, newMode, paused, notice, size, now);
    }

    Model paused(boolean nowPaused) {
        return new Model(facts, chosen, mode, nowPaused, notice, size, now);
    }

    Model saying(Notice newNotice) {
        return new Model(facts, chosen, mode, paused, newNotice, size, now);
    }

    Model sized(Size newSize) {
        return new Model(facts, chosen, mode, paused, notice, newSize, now);
    }

    /** Time goes on, and what was said long ago is forgotten. */
    Model at(Instant newNow) {
        boolean old = notice != null && notice.at().plus(NOTICE_STAYS).isBefore(newNow);
        return new Model(facts, chosen, mode, paused, old ? null : notice, size, newNow);
    }
}
