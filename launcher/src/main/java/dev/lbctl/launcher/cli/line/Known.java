package dev.lbctl.launcher.cli.line;

import dev.lbctl.config.yaml.Suggestion;
import dev.lbctl.launcher.console.ExitCode;
import dev.lbctl.launcher.console.Failure;
import java.util.List;

/**
 * The names there are of one kind of thing.
 *
 * @param kind in words for a person, e.g. {@code node}
 */
public record Known(String kind, List<String> names) {

    /** Fails when there is nothing of that name, and tells what was probably meant. */
    public void check(String name) {
        if (!names.contains(name)) {
            String meant = Suggestion.nearest(name, names)
                    .map(near -> "; did you mean " + near + "?")
                    .orElse("");
            throw new Failure(
                    ExitCode.USAGE,
                    "there is no " + kind + " \"" + name + "\"" + meant,
                    names.isEmpty() ? "none is known" : "known are: " + String.join(", ", names));
        }
    }
}
