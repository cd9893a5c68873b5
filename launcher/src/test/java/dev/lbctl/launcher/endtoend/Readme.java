package dev.lbctl.launcher.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The README as somebody reads it who types every command of it, from the top. */
final class Readme {
    private static final Path FILE = Path.of("..", "README.md");

    private Readme() {}

    /**
     * A command, and what the README says comes of it.
     *
     * @param output its lines; empty where the README shows none
     */
    record Step(String command, List<String> output) {}

    /** The commands in blocks marked {@code sh}, and those after a dollar in blocks marked {@code console}. */
    static List<Step> steps() throws IOException {
        List<Step> steps = new ArrayList<>();
        String block = "";
        for (String line : Files.readAllLines(FILE)) {
            if (line.startsWith("```")) {
                block = block.isEmpty() ? line.substring(3) + "." : "";
            } else if (block.equals("sh.") && !line.isBlank()) {
                steps.add(new Step(line, new ArrayList<>()));
            } else if (block.equals("console.") && line.startsWith("$ ")) {
                steps.add(new Step(line.substring(2), new ArrayList<>()));
            } else if (block.equals("console.") && !line.isBlank()) {
                steps.get(steps.size() - 1).output().add(line);
            }
        }
        return steps;
    }
}
