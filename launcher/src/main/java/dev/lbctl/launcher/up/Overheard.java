package dev.lbctl.launcher.up;

import dev.lbctl.launcher.console.Output;
import dev.lbctl.launcher.log.LogFollower;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What a launcher in the background writes to its log before it serves. Owned by the thread that waits for it. */
final class Overheard {
    /** How a line begins that is for whoever waits. */
    static final String WAITING = "lbctl: waiting: ";

    private final LogFollower log;
    private final Output output;
    private final List<String> rest = new ArrayList<>();

    Overheard(LogFollower log, Output output) {
        this.log = log;
        this.output = output;
    }

    /** Passes on what is for whoever waits, if anything was added. */
    void listen() throws IOException {
        for (String line : log.poll()) {
            if (line.startsWith(WAITING)) {
                output.say(line);
            } else {
                rest.add(line);
            }
        }
    }

    /** Why it ended: all else that it has said. */
    String lastWords() throws IOException {
        listen();
        String words = String.join("\n", rest);
        return words.isEmpty() ? "the launcher ended without a word" : words.replaceFirst("^lbctl: ", "");
    }
}
