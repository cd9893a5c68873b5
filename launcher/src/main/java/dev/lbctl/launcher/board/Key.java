package dev.lbctl.launcher.board;

import java.util.List;

/** What a key means; keys that mean nothing are {@code OTHER}. */
public enum Key {
    UP("k \033[A \033OA", "", ""),
    DOWN("j \033[B \033OB", "select", "choose the row to act on; g and G: the first, the last"),
    PAGE_UP("\033[5~ \002", "", ""),
    PAGE_DOWN("\033[6~ \006", "", ""),
    FIRST("g \033[H \033OH \033[1~", "", ""),
    LAST("G \033[F \033OF \033[4~", "", ""),
    KILL("x", "kill", "SIGKILL at once, after y; the node stays down until it is started", true),
    START("s", "start", "start a node that does not run", true),
    RESTART("r", "restart", "stop in good order, and start", true),
    STOP("t", "stop", "drain, then end the process; no request is lost", true),
    DRAIN("d", "drain", "nothing new for this backend; d again: ready", true),
    MAINT("m", "maint", "neither traffic nor probes; m again: ready", true),
    HEAVIER("+ =", "", "", true),
    LIGHTER("-", "weight", "how much the backend is to get: more, less", true),
    ALGORITHM("a", "algorithm", "choose how the row's pool balances", true),
    SORT("o", "order", "sort by the next column; O: the other way round"),
    REVERSE("O", "", ""),
    FILTER("/", "filter", "only rows with this text in name, state, health, duty, pool or address"),
    LOG("l", "log", "what the chosen node has written, or no longer"),
    EVENTS("e", "events", "what happened, over the whole room, or no longer"),
    NEXT("\t", "", ""),
    PAUSE("p", "pause", "keep what is on the screen, or go on"),
    REDRAW("\f", "", ""),
    HELP("? h", "help", "this page; q leaves it, as any key does"),
    QUIT("q Q \003 \004", "quit", "leave; the cluster goes on. Ctrl-C does the same"),
    YES("y Y", "", ""),
    ENTER("\r \n", "", ""),
    BACKSPACE("\177 \b", "", ""),
    ESCAPE("\033", "", ""),
    OTHER("", "", "");

    private final String sequences;
    private final String word;
    private final String meaning;
    private final boolean changes;

    Key(String sequences, String word, String meaning) {
        this(sequences, word, meaning, false);
    }

    Key(String sequences, String word, String meaning, boolean changes) {
        this.sequences = sequences;
        this.word = word;
        this.meaning = meaning;
        this.changes = changes;
    }

    /** What terminals send for it, the one to show first. */
    public List<String> sequences() {
        return sequences.isEmpty() ? List.of() : List.of(sequences.split(" ", -1));
    }

    /** What it is for, in a word; empty when another key stands for both. */
    public String word() {
        return word;
    }

    /** The same in a sentence. */
    public String meaning() {
        return meaning;
    }

    /** Whether it is to change something in the cluster. */
    public boolean changes() {
        return changes;
    }
}
