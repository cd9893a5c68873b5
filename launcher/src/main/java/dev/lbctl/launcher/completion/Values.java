package dev.lbctl.launcher.completion;

import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;

/**
 * What may stand for an option's value, or for an operand.
 *
 * @param words for {@link Source#WORDS} alone
 */
record Values(Source source, List<String> words) {
    static final Values NONE = new Values(Source.NOTHING, List.of());

    /** Where the shell finds them. */
    enum Source {
        NOTHING,
        WORDS,
        FILES,
        CLUSTERS,
        NODES,
        BACKENDS
    }

    static Values of(ArgSpec argument) {
        @Nullable Iterable<String> candidates = argument.completionCandidates();
        if (candidates != null) {
            return new Values(
                    Source.WORDS,
                    StreamSupport.stream(candidates.spliterator(), false).toList());
        }
        return switch (argument.paramLabel()) {
            case "FILE" -> new Values(Source.FILES, List.of());
            case "CLUSTER" -> new Values(Source.CLUSTERS, List.of());
            case "NODE" -> new Values(Source.NODES, List.of());
            case "BACKEND" -> new Values(Source.BACKENDS, List.of());
            default -> NONE;
        };
    }
}
