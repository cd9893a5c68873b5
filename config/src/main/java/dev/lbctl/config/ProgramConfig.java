package dev.lbctl.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a node runs. */
public sealed interface ProgramConfig {

    /**
     * A sample server.
     *
     * @param memory the most its heap may take, in bytes
     */
    record Sample(long memory) implements ProgramConfig {}

    /**
     * A program of the operator's own. In its words {@code {port}}, {@code {name}} and {@code {index}} stand for the node's own.
     *
     * @param words program and arguments, at least one
     * @param directory where it runs, absolute
     * @param environment what it has beyond the launcher's and the file's
     * @param envFile {@code KEY=value} lines, absolute; null when there is none
     */
    record Command(
            List<String> words,
            Path directory,
            Map<String, String> environment,
            @Nullable Path envFile) implements ProgramConfig {}
}
