package dev.lbctl.balancer.operator;

import dev.lbctl.balancer.file.PrivateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where overrides outlive the balancer, as JSON; readable by its owner alone, and each time written whole or not at all.
 *
 * @param path null when nothing is to be kept
 */
public record OverridesFile(@Nullable Path path) {

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
            return OverridesJson.read(Files.readString(path));
        } catch (NoSuchFileException none) {
            return Overrides.NONE;
        }
    }

    void write(Overrides overrides) throws IOException {
        if (path != null) {
            new PrivateFile(path).write(OverridesJson.write(overrides));
        }
    }
}
