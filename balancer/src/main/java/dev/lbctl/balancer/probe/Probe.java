package dev.lbctl.balancer.probe;

import java.util.concurrent.CompletionStage;

/** How one backend is checked. Nothing of it blocks. Owner: the health checker's thread. */
public interface Probe {

    /** One check; it always ends within its own time limit. Not called before the last one has ended. */
    CompletionStage<Result> check();

    /** There is no further check. */
    void close();

    /** How a check ended. */
    sealed interface Result {

        /** What it came to, for a person, e.g. {@code HTTP 200}. */
        String words();

        /** It answered as it should. */
        record Passed(String words) implements Result {}

        /**
         * It did not.
         *
         * @param conclusive whether one such failure is proof enough
         */
        record Failed(String words, boolean conclusive) implements Result {}

        /** There was none, since this machine had no socket for it: it says nothing of the backend. */
        record Unmade(String words) implements Result {}
    }
}
