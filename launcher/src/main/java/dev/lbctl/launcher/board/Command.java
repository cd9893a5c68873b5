package dev.lbctl.launcher.board;

import dev.lbctl.balancer.api.BackendStatus;

/** What the loop has to do besides drawing. */
public sealed interface Command {
    /** Nothing. */
    record None() implements Command {}

    /** Leave. */
    record Quit() implements Command {}

    /** Draw everything anew, whatever is on the terminal. */
    record Redraw() implements Command {}

    /** Change something in the cluster. */
    sealed interface Change extends Command {
        /** What is to be done, e.g. {@code kill server-1}. */
        String asked();

        /** The same when it is done, e.g. {@code server-1 killed}. */
        String done();
    }

    /** Do that to a node. */
    record ToNode(Action action, String node) implements Change {
        @Override
        public String asked() {
            return action.verb() + " " + node;
        }

        @Override
        public String done() {
            return node + " " + action.done();
        }
    }

    /** Set a backend's duty. */
    record SetDuty(BackendStatus backend, String duty) implements Change {
        @Override
        public String asked() {
            return duty + " " + backend.name();
        }

        @Override
        public String done() {
            return switch (duty) {
                case "drain" -> backend.name() + " gets nothing new";
                case "maint" -> backend.name() + " is in maintenance";
                default -> backend.name() + " may take traffic";
            };
        }
    }

    /** Set a backend's weight. */
    record SetWeight(BackendStatus backend, int weight) implements Change {
        @Override
        public String asked() {
            return "weight " + backend.name() + " " + weight;
        }

        @Override
        public String done() {
            return backend.name() + " weighs " + weight;
        }
    }

    /** Have a pool balance otherwise. */
    record UseAlgorithm(String pool, String algorithm) implements Change {
        @Override
        public String asked() {
            return "algorithm " + algorithm;
        }

        @Override
        public String done() {
            return "pool " + pool + " balances by " + algorithm;
        }
    }

    /** What a person may do to a node. */
    enum Action {
        KILL("kill", "killed"),
        START("start", "started"),
        RESTART("restart", "restarted"),
        STOP("stop", "stopped");

        private final String verb;
        private final String done;

        Action(String verb, String done) {
            this.verb = verb;
            this.done = done;
        }

        String verb() {
            return verb;
        }

        String done() {
            return done;
        }
    }
}
