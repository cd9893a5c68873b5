package dev.lbctl.launcher.process;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What tells a process from a later one that got the same pid: pid, start time and command must all match.
 *
 * @param command program and arguments as they were started
 */
public record Identity(long pid, Instant started, List<String> command) {
    /** The kernel counts from boot; what that is in wall time moves when the clock is set. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(2);

    /** The identity of a process that was just started with this command. */
    static Identity of(ProcessHandle process, List<String> command) {
        return new Identity(process.pid(), process.info().startInstant().orElseGet(Instant::now), command);
    }

    /** This very JVM. */
    public static Identity current() {
        ProcessHandle self = ProcessHandle.current();
        return of(self, commandLine(self));
    }

    /** The process, when it still runs and is the same one. */
    public Optional<ProcessHandle> find() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::matches);
    }

    private boolean matches(ProcessHandle process) {
        boolean sameStart = process.info()
                .startInstant()
                .map(start -> Duration.between(started, start).abs().compareTo(CLOCK_TOLERANCE) <= 0)
                .orElse(false);
        return sameStart && endsWith(commandLine(process), command.subList(1, command.size()));
    }

    /** A script shows its interpreter in front, a program its resolved path: the arguments are what stays. */
    private static boolean endsWith(List<String> line, List<String> arguments) {
        int from = line.size() - arguments.size();
        return from >= 0 && line.subList(from, line.size()).equals(arguments);
    }

    /** From /proc where there is one: {@link ProcessHandle.Info} gives up on lines longer than a page. */
    static List<String> commandLine(ProcessHandle process) {
        try {
            byte[] line = Files.readAllBytes(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
            return List.of(new String(line, Charset.defaultCharset()).split("\0"));
        } catch (IOException noProc) {
            List<String> line = new ArrayList<>();
            line.add(process.info().command().orElse(""));
            line.addAll(List.of(process.info().arguments().orElse(new String[0])));
            return line;
        }
    }
}
