package dev.lbctl.balancer.operator;

import dev.lbctl.balancer.pool.Duty;
import dev.lbctl.balancer.pool.PoolSnapshot;
import dev.lbctl.config.AlgorithmKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What came of something an operator said, beyond what the pools tell themselves. */
public sealed interface OperatorEvent {

    /** A word for what kind of event it is. */
    String type();

    /** Whom it concerns; null when that is not one backend. */
    default @Nullable String backend() {
        return null;
    }

    /** A pool balances by another algorithm. */
    record Balanced(PoolSnapshot pool, AlgorithmKind before, AlgorithmKind now, String cause) implements OperatorEvent {
        @Override
        public String type() {
            return "algorithm";
        }
    }

    /**
     * A member stays in the duty it has; how long is new.
     *
     * @param until null for as long as nobody says otherwise
     */
    record Prolonged(String backend, Duty duty, @Nullable Instant until) implements OperatorEvent {
        @Override
        public String type() {
            return "duty";
        }
    }

    /** What an operator once said holds no more. */
    record Dropped(@Nullable String backend, String what, String why) implements OperatorEvent {
        @Override
        public String type() {
            return "override";
        }
    }

    /** What an operator says holds, but only as long as the balancer runs. */
    record NotKept(String why) implements OperatorEvent {
        @Override
        public String type() {
            return "override";
        }
    }
}
