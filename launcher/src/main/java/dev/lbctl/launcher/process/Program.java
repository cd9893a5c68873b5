package dev.lbctl.launcher.process;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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

    /** The same for programs that are run alike, wherever they write, and only for them. */
    public String digest() {
        String all = command + "\n" + directory + "\n" + new TreeMap<>(environment);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
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
