package dev.lbctl.launcher.rundir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * {@code started.json}: the line that a cluster was started by, for who goes on with it when its launcher has died.
 *
 * @param directory where it was typed
 * @param words the verb and what was chosen with it; neither {@code --name} nor {@code -d}
 */
public record StartLine(String directory, List<String> words) {

    /** Typed here. */
    public static StartLine here(String verb, List<String> arguments) {
        List<String> words = new ArrayList<>(List.of(verb));
        words.addAll(arguments);
        return new StartLine(Path.of("").toAbsolutePath().toString(), words);
    }

    public String verb() {
        return words.get(0);
    }

    /** Whether something was chosen, and not just the verb typed. */
    public boolean chooses() {
        return words.size() > 1;
    }

    /** As a person types it. */
    @Override
    public String toString() {
        return "lbctl " + words.stream().map(StartLine::quoted).collect(Collectors.joining(" "));
    }

    private static String quoted(String word) {
        return word.matches("[\\w@%+=:,./{}-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
