package dev.lbctl.launcher.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What Linux tells of a process in {@code /proc/PID/stat} (proc_pid_stat(5)).
 *
 * @param ended it is a zombie: nothing of it runs
 * @param group the process group it is in, by the pid of the group's first process
 * @param began ticks since the system was booted
 */
record ProcessStat(boolean ended, long group, String began) {
    private static final Path PROC = Path.of("/proc");

    /** Places behind the name, which may hold anything. */
    private static final int STATE = 0;

    private static final int GROUP = 2;
    private static final int TICKS = 19;

    /** Whether this system has such files. */
    static boolean isTold() {
        return Files.exists(PROC.resolve("self/stat"));
    }

    /** Empty when there is no such process. */
    static Optional<ProcessStat> of(String pid) {
        try {
            return Optional.of(parse(Files.readString(PROC.resolve(pid).resolve("stat"), StandardCharsets.ISO_8859_1)));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private static ProcessStat parse(String stat) {
        List<String> fields = List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1));
        return new ProcessStat(
                List.of("Z", "X").contains(fields.get(STATE)), Long.parseLong(fields.get(GROUP)), fields.get(TICKS));
    }
}
