package dev.lbctl.launcher.board;

import dev.lbctl.balancer.api.BackendStatus;
import dev.lbctl.launcher.console.Usage;
import dev.lbctl.launcher.facts.Row;
import dev.lbctl.launcher.facts.Traffic;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** By which column the members are sorted; numbers begin with the highest. Rows that are no backend stay above. */
public enum Order {
    GIVEN(""),
    HEALTH("HEALTH"),
    RATE("REQ/S"),
    ACTIVE("ACTIVE"),
    FAILED("FAILED"),
    P99("P99"),
    CPU("CPU"),
    MEMORY("MEMORY");

    private final String title;

    Order(String title) {
        this.title = title;
    }

    /** Of the column; empty when it is none. */
    public String title() {
        return title;
    }

    /** The one after this, and after the last the first. */
    public Order next() {
        List<Order> all = List.of(values());
        return all.get((all.indexOf(this) + 1) % all.size());
    }

    Comparator<Row> comparator(boolean reversed) {
        Comparator<Row> members = Comparator.comparing(row -> row.backend() != null);
        return members.thenComparing(reversed ? rule().reversed() : rule());
    }

    private Comparator<Row> rule() {
        return switch (this) {
            case GIVEN -> Comparator.comparing(row -> true);
            case HEALTH -> Comparator.comparing(row -> health(row.backend()));
            case RATE -> highest(Row::traffic, Traffic::perSecond);
            case ACTIVE -> highest(Row::traffic, Traffic::active);
            case FAILED -> highest(Row::traffic, Traffic::failed);
            case P99 -> highest(Row::traffic, traffic -> traffic.latency().p99());
            case CPU -> highest(Row::usage, Usage::cpuPercent);
            case MEMORY -> highest(Row::usage, Usage::residentBytes);
        };
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
