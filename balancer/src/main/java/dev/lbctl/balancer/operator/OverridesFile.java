package dev.lbctl.balancer.operator;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.EnumFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lbctl.balancer.api.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * Where overrides outlive the balancer, as JSON; readable by its owner alone, and each time written whole or not at all.
 *
 * @param path null when nothing is to be kept
 */
public record OverridesFile(@Nullable Path path) {
    private static final ObjectMapper JSON = ((JsonMapper) Json.strict())
            .rebuild()
            .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
            .build();

    /**
     * What was written last; nothing when there is no such file.
     *
     * @throws IOException when it cannot be read, or is of another form
     */
    Overrides read() throws IOException {
        if (path == null) {
            return Overrides.NONE;
        }
        try {
            return JSON.readValue(Files.readString(path), Overrides.class);
        } catch (NoSuchFileException none) {
            return Overrides.NONE;
        }
    }

    void write(Overrides overrides) throws IOException {
        if (path == null) {
            return;
        }
        Path draft = Files.createTempFile(
                path.toAbsolutePath().getParent(),
                "." + path.getFileName(),
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(draft, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(overrides) + "\n");
            Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
