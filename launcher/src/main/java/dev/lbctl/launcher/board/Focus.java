package dev.lbctl.launcher.board;

import dev.lbctl.launcher.facts.Row;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What of the facts a person looks at.
 *
 * @param chosen the row they moved to, by its id so that it stays when rows come and go; null until then
 * @param filter only rows with this text are shown; empty means all
 * @param paused whether new facts are left aside, so that what is on the screen can be read
 * @param wish the last weight asked for; null before there is one
 */
public record Focus(
        @Nullable String chosen,
        Order order,
        boolean reversed,
        String filter,
        Pane pane,
        boolean paused,
        @Nullable Wish wish) {

    /** What stands below the members. */
    public enum Pane {
        OVERVIEW,
        EVENTS,
        LOG;

        Pane next() {
            return switch (this) {
                case OVERVIEW -> EVENTS;
                case EVENTS -> LOG;
                case LOG -> OVERVIEW;
            };
        }
    }

    static Focus initial() {
        return new Focus(null, Order.GIVEN, false, "", Pane.OVERVIEW, false, null);
    }

    Focus choosing(@Nullable String row) {
        return new Focus(row, order, reversed, filter, pane, paused, wish);
    }

    Focus by(Order newOrder, boolean nowReversed) {
        return new Focus(chosen, newOrder, nowReversed, filter, pane, paused, wish);
    }

    Focus filtering(String text) {
        return new Focus(chosen, order, reversed, text, pane, paused, wish);
    }

    Focus on(Pane newPane) {
        return new Focus(chosen, order, reversed, filter, newPane, paused, wish);
    }

    Focus paused(boolean nowPaused) {
        return new Focus(chosen, order, reversed, filter, pane, nowPaused, wish);
    }

    Focus wishing(Wish newWish) {
        return new Focus(chosen, order, reversed, filter, pane, paused, newWish);
    }

    /** Those to show, in the order to show them. */
    List<Row> of(List<Row> rows) {
        return rows.stream()
                .filter(this::wants)
                .sorted(order.comparator(reversed))
                .toList();
    }

    private boolean wants(Row row) {
        String wanted = filter.toLowerCase(Locale.ROOT);
        Stream<String> words = Stream.of(row.name(), row.address());
        if (row.node() != null) {
            words = Stream.concat(
                    words, Stream.of(row.node().state(), row.node().role()));
        }
        if (row.backend() != null) {
            words = Stream.concat(
                    words,
                    Stream.of(
                            row.backend().health(),
                            row.backend().duty(),
                            row.backend().pool()));
        }
        return words.anyMatch(word -> word.toLowerCase(Locale.ROOT).contains(wanted));
    }
}
