package dev.lbctl.launcher.rundir;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lbctl.balancer.api.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** The records of a run directory as JSON: their components and nothing derived. */
final class RecordJson {
    private static final ObjectMapper JSON =
            Json.lenient().copy().setVisibility(PropertyAccessor.IS_GETTER, Visibility.NONE);

    private RecordJson() {}

    static String write(Object entry) throws JsonProcessingException {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(entry) + "\n";
    }

    /** Empty when there is no such file. */
    static <T> Optional<T> read(Path file, Class<T> type) throws IOException {
        try {
            return Optional.of(JSON.readValue(Files.readString(file), type));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }
}
