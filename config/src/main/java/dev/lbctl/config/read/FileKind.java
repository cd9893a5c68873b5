package dev.lbctl.config.read;

import dev.lbctl.config.yaml.Kind;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/** Paths of files as an operator writes them: a relative one begins in the directory of the configuration file. */
final class FileKind {

    private FileKind() {}

    /** @param example such a path */
    static Kind<Path> in(Path configFile, String example) {
        Path absolute = configFile.toAbsolutePath();
        Path directory = Objects.requireNonNullElse(absolute.getParent(), absolute);
        return Kind.of(
                "a file's path",
                text -> resolve(directory, text),
                "write a path, like " + example + "; a relative one begins in this file's directory");
    }

    private static Optional<Path> resolve(Path directory, String text) {
        if (text.isBlank() || text.endsWith("/") || text.startsWith("~")) {
            return Optional.empty();
        }
        try {
            return Optional.of(directory.resolve(text).normalize());
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
