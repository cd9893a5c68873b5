package dev.lbctl.launcher.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lbctl.launcher.console.Output;
import dev.lbctl.launcher.console.Person;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What came of a line that was typed. */
public record Typed(int exit, String out, String err) {

    /** Runs a line in this process, its words parted by blanks. */
    public static Typed line(String line, Map<String, String> environment) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Map<String, String> whole = new HashMap<>(environment);
        Output output = new Output(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), whole, false);
        String[] words = line.isEmpty() ? new String[0] : line.split(" ", -1);
        Person nobody = new Person(output, new BufferedReader(Reader.nullReader()), false);
        int exit = Lbctl.commandLineFor(List.of(words), output, whole, nobody).execute(words);
        return new Typed(exit, out.toString(UTF_8), err.toString(UTF_8));
    }
}
