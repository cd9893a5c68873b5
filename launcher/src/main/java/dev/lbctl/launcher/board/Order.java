package dev.lbctl.launcher.board;

import dev.lbctl.balancer.api.BackendStatus;
import dev.lbctl.launcher.console.Usage;
import dev.lbctl.launcher.facts.Row;
import dev.lbctl.launcher.facts.Traffic;
import java.util.Comparator;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** By which column the members are sorted; numbers begin with the highest. Rows that are no backend stay above. */
public enum Order {
    GIVEN("", (one, other) -> 0),
    HEALTH("HEALTH", Comparator.comparing(row -> health(row.backend()))),
    RATE("REQ/S", highest(Row::traffic, Traffic::perSecond)),
    ACTIVE("ACTIVE", highest(Row::traffic, Traffic::active)),
    FAILED("FAILED", highest(Row::traffic, Traffic::failed)),
    P99("P99", highest(Row::traffic, traffic -> traffic.latency().p99())),
    CPU("CPU", highest(Row::usage, Usage::cpuPercent)),
    MEMORY("MEMORY", highest(Row::usage, Usage::residentBytes));

    private final String title;
    private final Comparator<Row> rule;

    Order(String title, Comparator<Row> rule) {
        this.title = title;
        this.rule = rule;
    }

    /** Of the column; empty when it is none. */
    public String title() {
        return title;
    }

    /** The one after this, and after the last the first. */
    public Order next() {
        return values()[(ordinal() + 1) % values().length];
    }

    Comparator<Row> comparator(boolean reversed) {
        Comparator<Row> members = Comparator.comparing(row -> row.backend() != null);
        return members.thenComparing(reversed ? rule.reversed() : rule);
    }

    /** Trouble first. */
    private static int health(@Nullable BackendStatus backend) {
        return backend == null
                ? 0
                : switch (backend.health()) {
                    case "down" -> 1;
                    case "ejected" -> 2;
                    case "unknown" -> 3;
                    default -> backend.healthy() ? 5 : 4;
                };
    }

    private static <T> Comparator<Row> highest(Function<Row, @Nullable T> of, ToDoubleFunction<T> value) {
        return Comparator.comparingDouble(row -> {
            T known = of.apply(row);
            return known == null ? 0 : -value.applyAsDouble(known);
        });
    }
}
