package dev.lbctl.config;

import java.util.List;
import java.util.regex.Pattern;

/** A command as it is typed, for /bin/sh to run. */
public final class ShellCommand {
    /** One program with arguments; variables and quotes may be in it, nothing that needs the shell to stay. */
    private static final Pattern ONE_PROGRAM = Pattern.compile(
            "(?!(exec|exit|eval|cd|trap|wait|command|true|false|\\.|:)(\\s|$))[\\w./-]+(\\s[^;&|(){}`\n]*)?");

    private ShellCommand() {}

    /** The words that run it. A lone program takes the shell's place, so that its pid and its exit are the node's own. */
    public static List<String> words(String typed) {
        String text = typed.strip();
        boolean alone =
                ONE_PROGRAM.matcher(text.replaceAll("[$]?\\{\\w+}", "x")).matches();
        return List.of("/bin/sh", "-c", alone ? "exec " + text : text);
    }
}
