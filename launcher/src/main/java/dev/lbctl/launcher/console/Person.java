package dev.lbctl.launcher.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.Locale;
import java.util.Set;

/** Whoever sits at the terminal, if anybody does, and can be asked. */
public final class Person {
    /** Set by the start script when standard input and output are a terminal. */
    private static final String INTERACTIVE = "lbctl.interactive";

    private final Output output;
    private final BufferedReader answers;
    private final boolean present;

    public Person(Output output, BufferedReader answers, boolean present) {
        this.output = output;
        this.answers = answers;
        this.present = present;
    }

    public static Person atTheTerminal(Output output) {
        InputStreamReader in = new InputStreamReader(System.in, Output.charset());
        return new Person(output, new BufferedReader(in), Boolean.getBoolean(INTERACTIVE));
    }

    /** Asks before something is destroyed, and fails unless the answer is yes; a script is not asked. */
    public void mustAgree(String question) throws IOException {
        if (!present) {
            return;
        }
        output.messages().print(question + " [y/N] ");
        output.messages().flush();
        String answer = answers.readLine();
        if (answer == null || !Set.of("y", "yes").contains(answer.strip().toLowerCase(Locale.ROOT))) {
            throw new Failure(ExitCode.FAILED, "nothing was done", "without a question: --yes");
        }
    }
}
