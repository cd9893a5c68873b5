package dev.lbctl.launcher.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The process that listens on a port, as far as /proc lets this user see.
 *
 * @param command its command line, shortened
 */
public record PortHolder(long pid, String command) {
    private static final int SHOWN = 80;
    private static final int END = 60;

    /** Who listens on this TCP port on whichever address; empty when nobody does or it belongs to another user. */
    public static Optional<PortHolder> of(int port) {
        ListeningSockets sockets = ListeningSockets.now();
        return !sockets.has(port)
                ? Optional.empty()
                : ProcessHandle.allProcesses()
                        .filter(process -> sockets.of(process.pid()).contains(port))
                        .findFirst()
                        .map(process -> new PortHolder(process.pid(), shortened(commandLine(process.pid()))));
    }

    /** On which ports the child, or what it has started, listens. */
    public static Set<Integer> portsOf(Child child) {
        ListeningSockets sockets = ListeningSockets.now();
        return ProcessHandle.allProcesses()
                .filter(process -> child.group().has(process.pid()))
                .flatMap(process -> sockets.of(process.pid()).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public String toString() {
        return "pid " + pid + " (" + command + ")";
    }

    /** Of a long one the program and the end: between them a runtime's options stand, which many have in common. */
    static String shortened(String commandLine) {
        String line = commandLine.replaceAll("[\\s\0]+", " ").strip();
        if (line.length() <= SHOWN) {
            return line;
        }
        String program = line.split(" ", 2)[0];
        String end = line.substring(line.length() - END).replaceFirst("^\\S+ ", "");
        return program.substring(program.lastIndexOf('/') + 1) + " … " + end;
    }

    private static String commandLine(long pid) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"), StandardCharsets.ISO_8859_1);
        } catch (IOException gone) {
            return "";
        }
    }
}
