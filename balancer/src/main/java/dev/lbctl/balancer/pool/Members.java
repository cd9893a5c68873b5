package dev.lbctl.balancer.pool;

import dev.lbctl.balancer.evidence.Evidence;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Those who are in a pool, in the natural order of their names. Guarded by their pool. */
final class Members {
    private final Map<String, Member> byName = new TreeMap<>(NaturalOrder.INSTANCE);
    private final LongAdder inFlight = new LongAdder();

    Collection<Member> all() {
        return byName.values();
    }

    boolean has(String backend) {
        return byName.containsKey(backend);
    }

    /** Null when it left, or moved. */
    @Nullable
    Member find(Backend backend) {
        Member known = byName.get(backend.name());
        return known != null && known.backend().equals(backend) ? known : null;
    }

    /** One of which nothing is known yet; it counts into what all of them have in flight. */
    Member fresh(Backend backend, Weight weight) {
        Load load = new Load(inFlight);
        return new Member(backend, Health.UNKNOWN, "not probed yet", Duty.READY, weight, load, new Evidence());
    }

    /** Answers whom the change concerns, null when it makes no difference. A member that is not there is null, before or after. */
    @Nullable
    Member change(String backend, UnaryOperator<@Nullable Member> change) {
        Member old = byName.get(backend);
        Member next = change.apply(old);
        if (Objects.equals(next, old)) {
            return null;
        }
        if (next == null) {
            byName.remove(backend);
            return old;
        }
        byName.put(backend, next);
        return next;
    }

    void changeAll(UnaryOperator<Member> change) {
        byName.replaceAll((name, member) -> change.apply(member));
    }
}
