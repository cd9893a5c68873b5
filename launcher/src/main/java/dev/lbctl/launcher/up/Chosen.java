package dev.lbctl.launcher.up;

import dev.lbctl.config.LbConfig;
import dev.lbctl.config.file.ConfigFile;
import dev.lbctl.config.file.ConfigProblem;
import dev.lbctl.config.file.ConfigResult;
import dev.lbctl.config.file.Replacements;
import dev.lbctl.config.yaml.Origin;
import dev.lbctl.launcher.console.ExitCode;
import dev.lbctl.launcher.console.Failure;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A configuration as it was chosen: what came of reading it, with everything that flags and the environment say. */
public record Chosen(ConfigPlace place, ConfigResult result) {

    public static Chosen of(ConfigPlace place, Replacements replacements) {
        Path file = place.file();
        ConfigResult result = file == null
                ? ConfigFile.parse("the default configuration", "", replacements)
                : ConfigFile.read(file, replacements);
        return new Chosen(place, result);
    }

    /** What was typed in place of a file, by the rules of one. */
    static Chosen typed(String where, LbConfig config, Replacements replacements) {
        ConfigResult result = ConfigFile.parse(where, ConfigFile.write(config), replacements);
        return new Chosen(new ConfigPlace(null, true), result);
    }

    /** Complete and valid, or a {@link Failure} with every problem. */
    public LbConfig config() {
        return valid().config();
    }

    /** The same, with where each value comes from. */
    public ConfigResult.Valid valid() {
        if (result instanceof ConfigResult.Valid valid) {
            return valid;
        }
        throw refused(((ConfigResult.Invalid) result).problems());
    }

    /** The variables that count, in the order of their names. */
    public List<String> variables() {
        return valid().origins().values().stream()
                .map(Origin::toString)
                .filter(source -> source.matches("[A-Z][A-Z0-9_]*"))
                .distinct()
                .sorted()
                .toList();
    }

    /** What a person should know that did not name it: the file that was found, and the variables that count. Empty: nothing. */
    public String remark() {
        String variables = String.join(", ", variables());
        boolean found = place.file() != null && !place.named();
        if (!found && variables.isEmpty()) {
            return "";
        }
        return "lbctl: configuration: " + place + (variables.isEmpty() ? "" : ", and of the environment: " + variables);
    }

    private static Failure refused(List<ConfigProblem> problems) {
        String count = problems.size() == 1 ? "one mistake" : problems.size() + " mistakes";
        String lines = problems.stream().map(ConfigProblem::toString).collect(Collectors.joining("\n"));
        return new Failure(ExitCode.USAGE, "the configuration has " + count + "\n" + lines, "");
    }
}
