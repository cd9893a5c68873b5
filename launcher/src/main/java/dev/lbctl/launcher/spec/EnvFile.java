package dev.lbctl.launcher.spec;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of variables, one {@code KEY=value} a line, as many programs read it. Text behind {@code #} is a comment, {@code
 * export} before the key says nothing. A value in single quotes is taken as it is; in double quotes {@code \n \t \" \\ \$} are
 * what they are in a shell. Nothing is filled in for {@code $NAME}.
 */
final class EnvFile {
    private static final Pattern LINE = Pattern.compile("\\s*(?:export\\s+)?([A-Za-z_][A-Za-z0-9_]*)\\s*=(?:"
            + "\\s*'(?<single>[^']*)'\\s*(?:#.*)?"
            + "|\\s*\"(?<double>(?:[^\"\\\\]|\\\\.)*)\"\\s*(?:#.*)?"
            + "|(?!\\s*['\"])(?<bare>.*?)(?:\\s+#.*)?)");
    private static final Map<String, String> ESCAPES = Map.of("n", "\n", "t", "\t", "r", "\r");

    private EnvFile() {}

    static Map<String, String> read(Path file) throws StartRefused {
        try {
            return parse(file, Files.readAllLines(file, StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            throw new StartRefused("env_file " + file + ": there is no such file", "make it, or remove env_file");
        } catch (IOException e) {
            throw new StartRefused("env_file " + file + " cannot be read: " + e.getMessage(), "name a readable file");
        }
    }

    private static Map<String, String> parse(Path file, List<String> lines) throws StartRefused {
        Map<String, String> variables = new LinkedHashMap<>();
        for (int number = 1; number <= lines.size(); number++) {
            String line = lines.get(number - 1);
            if (line.isBlank() || line.stripLeading().startsWith("#")) {
                continue;
            }
            Matcher form = LINE.matcher(line);
            if (!form.matches()) {
                throw new StartRefused(
                        file + ":" + number + ": not KEY=value",
                        "write one variable a line, quotes around a value that has quotes in it, # before a comment");
            }
            variables.put(form.group(1), value(form));
        }
        return variables;
    }

    private static String value(Matcher form) {
        if (form.group("single") != null) {
            return form.group("single");
        }
        String quoted = form.group("double");
        return quoted == null
                ? form.group("bare").strip()
                : Pattern.compile("\\\\(.)").matcher(quoted).replaceAll(escape -> {
                    String letter = escape.group(1);
                    return Matcher.quoteReplacement(ESCAPES.getOrDefault(letter, letter));
                });
    }
}
