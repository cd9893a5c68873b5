package dev.lbctl.launcher.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.lbctl.balancer.api.Json;
import dev.lbctl.launcher.text.Colours;
import dev.lbctl.launcher.text.Look;
import dev.lbctl.launcher.text.Tone;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.Set;
import org.jline.utils.AttributedString;

/** Where data (standard output) and messages (standard error) of a command go, and whether in colour. */
public final class Output {
    /** Set by the start script when standard output is a terminal: Java cannot tell in all its versions. */
    private static final String TERMINAL = "lbctl.terminal";

    private final PrintStream out;
    private final PrintStream err;
    private final Look look;
    private static final int ANY_WIDTH = 10_000;

    private final boolean terminal;
    private final int width;
    private final boolean lively;

    /**
     * In colour on a terminal, unless NO_COLOR or TERM=dumb stand in the environment, and anywhere with CLICOLOR_FORCE; as wide
     * as COLUMNS says when it is a terminal.
     */
    public Output(PrintStream out, PrintStream err, Map<String, String> environment, boolean terminal) {
        this.out = out;
        this.err = err;
        this.terminal = terminal;
        this.lively = terminal && !environment.getOrDefault("TERM", "dumb").equals("dumb");
        this.width = terminal ? columns(environment.getOrDefault("COLUMNS", "")) : ANY_WIDTH;
        this.look = new Look(
                inColour(environment, lively) ? Colours.ANSI : Colours.NONE,
                charset().newEncoder().canEncode('█'));
    }

    private static boolean inColour(Map<String, String> environment, boolean able) {
        boolean forced = !Set.of("", "0").contains(environment.getOrDefault("CLICOLOR_FORCE", ""));
        return environment.getOrDefault("NO_COLOR", "").isEmpty() && (able || forced);
    }

    private static int columns(String text) {
        return text.matches("[1-9][0-9]{1,3}") ? Integer.parseInt(text) : ANY_WIDTH;
    }

    /** The process's own. */
    public static Output ofProcess() {
        return new Output(
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, charset()),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, charset()),
                System.getenv(),
                Boolean.getBoolean(TERMINAL));
    }

    /** Of the terminal, as far as this Java knows it. */
    public static Charset charset() {
        String name = System.getProperty("stdout.encoding", System.getProperty("native.encoding"));
        return name == null || !Charset.isSupported(name) ? Charset.defaultCharset() : Charset.forName(name);
    }

    /** Data. */
    public void line(String text) {
        out.println(text);
    }

    /** Data with tones; blanks at the end are dropped. */
    public void line(AttributedString text) {
        AttributedString cut = text.substring(0, text.toString().stripTrailing().length());
        out.println(look.colour() ? cut.toAnsi() : cut.toString());
    }

    /** Data for a program: one JSON value, with line breaks. */
    public void json(Object value) {
        print(Json.lenient().writerWithDefaultPrettyPrinter(), value);
    }

    /** Data for a program: one JSON value of many, each on a line of its own. */
    public void jsonLine(Object value) {
        print(Json.lenient().writer(), value);
    }

    private void print(ObjectWriter writer, Object value) {
        try {
            out.println(writer.writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** A message for a person. */
    public void say(String message) {
        err.println(message);
    }

    public AttributedString toned(String text, Tone tone) {
        return look.text(text, tone);
    }

    public Look look() {
        return look;
    }

    /** Whether a person sees standard output. */
    public boolean isTerminal() {
        return terminal;
    }

    /** Whether a line may be written over, to show how far something is. */
    public boolean isLively() {
        return lively;
    }

    /** How many characters a line of data may have. */
    public int width() {
        return width;
    }

    /** Whether nobody reads the data any more, as after {@code | head}. */
    public boolean isBroken() {
        return out.checkError();
    }

    public PrintStream data() {
        return out;
    }

    public PrintStream messages() {
        return err;
    }
}
