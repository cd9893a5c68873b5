package dev.lbctl.launcher.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** When a process began, as exactly as the system tells it. */
final class StartMark {
    private static final Path PROC = Path.of("/proc");
    private static final boolean LINUX = Files.exists(PROC.resolve("self/stat"));

    /** Places in /proc/PID/stat behind the name, which may hold anything (proc_pid_stat(5)). */
    private static final int STATE = 0;

    private static final int TICKS = 19;

    private StartMark() {}

    /** Empty when it runs no longer; a zombie does not. */
    static Optional<String> of(ProcessHandle process) {
        return LINUX
                ? read(Long.toString(process.pid()), "stat").flatMap(StartMark::ofStat)
                : process.info().startInstant().map(Instant::toString);
    }

    /** Ticks since the system was booted, and which boot that was: unlike wall time, nobody sets these. */
    private static Optional<String> ofStat(String stat) {
        List<String> fields = List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1));
        boolean ended = List.of("Z", "X").contains(fields.get(STATE));
        return ended ? Optional.empty() : Optional.of(fields.get(TICKS) + " of boot " + boot());
    }

    private static String boot() {
        return read("sys/kernel/random/boot_id").map(String::strip).orElse("unknown");
    }

    private static Optional<String> read(String first, String... more) {
        try {
            return Optional.of(Files.readString(PROC.resolve(Path.of(first, more)), StandardCharsets.ISO_8859_1));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }
}
