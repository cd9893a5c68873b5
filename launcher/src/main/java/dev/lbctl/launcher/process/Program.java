package dev.lbctl.launcher.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What to run as a process of its own.
 *
 * @param command program and arguments
 * @param directory where it runs; null means where we do
 * @param environment added to our own
 * @param log to the end of which it writes
 */
public record Program(List<String> command, @Nullable Path directory, Map<String, String> environment, Path log) {

    public Program writingTo(Path otherLog) {
        return new Program(command, directory, environment, otherLog);
    }

    /** Asked beforehand, since the program that makes a session can always be run. */
    void requireThere() throws IOException {
        String name = command.get(0);
        if (directory != null && !Files.isDirectory(directory)) {
            throw new IOException("there is no directory " + directory);
        }
        boolean there = name.contains("/")
                ? Files.isExecutable(directory == null ? Path.of(name) : directory.resolve(name))
                : onPath(name, environment).isPresent();
        if (!there) {
            throw new IOException("there is no program " + name);
        }
    }

    static Optional<Path> onPath(String program, Map<String, String> environment) {
        String inherited = System.getenv().getOrDefault("PATH", "");
        return List.of(environment.getOrDefault("PATH", inherited).split(File.pathSeparator)).stream()
                .filter(directory -> !directory.isEmpty())
                .map(directory -> Path.of(directory, program))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
