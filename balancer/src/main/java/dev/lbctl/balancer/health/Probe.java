package dev.lbctl.balancer.health;

import dev.lbctl.balancer.pool.Backend;
import java.util.concurrent.CompletionStage;

/** One active check of a backend. It does not block, and always ends within its own time limit. */
public interface Probe {

    CompletionStage<Result> check(Backend backend);

    /** How a check ended. */
    sealed interface Result {

        /**
         * It answered as it should.
         *
         * @param what in words for a person, e.g. {@code HTTP 200}
         */
        record Passed(String what) implements Result {}

        /**
         * It did not.
         *
         * @param why in words for a person, e.g. {@code HTTP 500}
         * @param conclusive whether one such failure is proof enough
         */
        record Failed(String why, boolean conclusive) implements Result {}
    }
}
