package dev.lbctl.launcher.rundir;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lbctl.balancer.api.Json;
import dev.lbctl.balancer.file.PrivateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/** A record that is kept in a file, as JSON: its components and nothing derived, written whole or not at all. */
public record Kept<T>(Path file, Class<T> type) {
    private static final ObjectMapper JSON =
            Json.lenient().copy().setVisibility(PropertyAccessor.IS_GETTER, Visibility.NONE);

    /** In place of what was there. */
    public void write(T entry) throws IOException {
        new PrivateFile(file).write(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(entry) + "\n");
    }

    /** Empty when none was written, or it was removed. */
    public Optional<T> read() throws IOException {
        try {
            return Optional.of(JSON.readValue(Files.readString(file), type));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    /** Loads what reading it needs. */
    public void prepare() {
        Objects.requireNonNull(JSON.readerFor(type));
    }

    public void remove() throws IOException {
        Files.deleteIfExists(file);
    }
}
