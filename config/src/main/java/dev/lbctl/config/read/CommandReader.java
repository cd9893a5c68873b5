package dev.lbctl.config.read;

import dev.lbctl.config.ProgramConfig;
import dev.lbctl.config.ShellCommand;
import dev.lbctl.config.yaml.Kind;
import dev.lbctl.config.yaml.Section;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** A program of the operator's own: a text for the shell, or a list of words that are taken as they are. */
final class CommandReader {
    private static final Kind<String> TEXT = Kind.text(
            "a command", Pattern.compile("(?s)(?=.*\\S)[^\\x00]+"), "write what you would type, like python3 app.py");
    private static final Kind<String> WORD =
            Kind.text("a word of a command", Pattern.compile("(?s)[^\\x00]*"), "write a text");
    private static final Kind<String> VARIABLE = Kind.text(
            "the name of a variable",
            Pattern.compile("(?!PORT$|LBCTL_NODE$|LBCTL_INDEX$)[A-Za-z_][A-Za-z0-9_]*"),
            "write letters, digits and _; PORT, LBCTL_NODE and LBCTL_INDEX are each copy's own");

    private CommandReader() {}

    static ProgramConfig.Command command(Section s, Path file) {
        Kind<Path> path = path(file);
        return new ProgramConfig.Command(
                words(s),
                s.optional("directory", path).orElse(base(file).normalize()),
                s.section("environment", CommandReader::environment),
                s.optional("env_file", path).orElse(null));
    }

    /** @param file in whose directory a relative path begins */
    static Kind<Path> path(Path file) {
        return Kind.of(
                "a path",
                text -> resolve(base(file), text),
                "write a path, like app; a relative one begins in this file's directory");
    }

    private static Path base(Path file) {
        return Objects.requireNonNullElse(file.toAbsolutePath().getParent(), file.toAbsolutePath());
    }

    private static List<String> words(Section s) {
        if (!s.isList("command")) {
            return s.optional("command", TEXT).map(ShellCommand::words).orElse(List.of("true"));
        }
        List<String> words = s.values("command", WORD);
        if (words.isEmpty() || words.get(0).isBlank()) {
            s.problem("command", "command names no program", "write [PROGRAM, ARGUMENT, ...]");
        }
        return words;
    }

    private static Map<String, String> environment(Section s) {
        Map<String, String> environment = new LinkedHashMap<>();
        for (String name : s.names(VARIABLE)) {
            s.optional(name, WORD).ifPresent(value -> environment.put(name, value));
        }
        return environment;
    }

    private static Optional<Path> resolve(Path base, String text) {
        if (text.isBlank() || text.startsWith("~")) {
            return Optional.empty();
        }
        try {
            return Optional.of(base.resolve(text).normalize());
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
