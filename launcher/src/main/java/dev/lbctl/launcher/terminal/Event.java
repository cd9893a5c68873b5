package dev.lbctl.launcher.terminal;

import dev.lbctl.balancer.api.StatusReport;
import dev.lbctl.launcher.api.ClusterStatus;
import dev.lbctl.launcher.console.Usage;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Everything that can change the dashboard. */
sealed interface Event {
    /** A key was pressed. */
    record Pressed(Key key) implements Event {}

    /** The terminal has another size. */
    record Resized(Model.Size size) implements Event {}

    /** The launcher answered. */
    record LauncherAnswered(ClusterStatus status, Instant at) implements Event {}

    /** The balancer answered. */
    record BalancerAnswered(StatusReport report, Instant at) implements Event {}

    /** What nodes take of the machine became known, by their names. */
    record Weighed(Map<String, Usage> usage) implements Event {}

    /** The launcher did not answer. */
    record LauncherSilent(String problem) implements Event {}

    /** The balancer did not answer. */
    record BalancerSilent(String problem) implements Event {}

    /** Something happened in the cluster. */
    record Happened(dev.lbctl.balancer.api.Event event) implements Event {}

    /** What came of an action. */
    record Noticed(Model.Notice notice) implements Event {}

    /** What a key means; keys that mean nothing are {@code OTHER}. */
    enum Key {
        UP("k \033[A \033OA", "", ""),
        DOWN("j \033[B \033OB", "select", "the row to act on: arrows, j, k; g and G for the first, the last"),
        FIRST("g \033[H \033OH \033[1~", "", ""),
        LAST("G \033[F \033OF \033[4~", "", ""),
        KILL("x", "kill", "SIGKILL at once, after y; the node stays down until it is started"),
        START("s", "start", "start a node that does not run"),
        RESTART("r", "restart", "stop and start"),
        STOP("t", "stop", "drain, then end the process; no request is lost"),
        PAUSE("p", "pause", "keep what is on the screen, or go on"),
        HELP("? h", "help", "this page; any key leaves it"),
        QUIT("q Q \003 \004", "quit", "leave; the cluster goes on. Ctrl-C does the same"),
        YES("y Y", "", ""),
        ESCAPE("\033 n N", "", ""),
        OTHER("", "", "");

        final String word;
        final String meaning;
        private final String sequences;

        Key(String sequences, String word, String meaning) {
            this.sequences = sequences;
            this.word = word;
            this.meaning = meaning;
        }

        /** What terminals send for it, the one to show first. */
        List<String> sequences() {
            return sequences.isEmpty() ? List.of() : List.of(sequences.split(" ", -1));
        }
    }
}
