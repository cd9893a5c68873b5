package dev.lbctl.config.yaml;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Turns text into the root {@link Section}. Only the node tree is made, never an object, so a tag can name no class; SnakeYAML's
 * own limits on size, depth and aliases keep hostile text cheap. Its parts are put together here, since {@code Yaml} would have the
 * JVM look for a logger in every jar first.
 */
public final class YamlText {
    /** In characters. */
    public static final int LONGEST = 1 << 20;

    private YamlText() {}

    /** The root; an empty one when the text is empty or broken, the reason being among its problems. */
    public static Section root(String text, @Nullable Section fallback, Reading reading) {
        Problems problems = reading.problems();
        return new Section(Mapping.of("", compose(text, problems), problems), fallback, reading);
    }

    private static @Nullable Node compose(String text, Problems problems) {
        LoaderOptions limits = new LoaderOptions();
        limits.setCodePointLimit(LONGEST);
        try {
            ParserImpl parser = new ParserImpl(new StreamReader(text), limits);
            return new Composer(parser, new Resolver(), limits).getSingleNode();
        } catch (MarkedYAMLException e) {
            problems.add(
                    e.getProblemMark(),
                    "not readable as YAML: " + words(e),
                    "mend the syntax; indentation must be spaces, and a value that begins with : or * or has ': ' or ' #' in it needs quotes");
        } catch (ReaderException e) {
            problems.add(place(problems.text(), text, e));
        } catch (YAMLException e) { // a limit was passed
            problems.add(null, "not readable as YAML: " + e.getMessage(), "write a smaller, flatter file");
        }
        return null;
    }

    private static String words(MarkedYAMLException e) {
        String problem = Objects.requireNonNullElse(e.getProblem(), "unexpected text");
        return e.getContext() == null ? problem : e.getContext() + ", " + problem;
    }

    private static Problem place(String name, String text, ReaderException e) {
        String before = text.substring(0, text.offsetByCodePoints(0, Math.min(e.getPosition(), codePoints(text))));
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        int column = before.length() - before.lastIndexOf('\n');
        String character = String.format("U+%04X", e.getCodePoint());
        return new Problem(name, line, column, "the character " + character + " is not allowed in YAML", "remove it");
    }

    private static int codePoints(String text) {
        return text.codePointCount(0, text.length());
    }
}
