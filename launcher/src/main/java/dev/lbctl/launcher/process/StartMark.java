package dev.lbctl.launcher.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** When a process began, as exactly as the system tells it. */
final class StartMark {
    /** Which boot of the system this is; read once, as processes are looked at often. */
    private static final String BOOT = boot();

    private StartMark() {}

    /** Empty when it runs no longer; a zombie does not. */
    static Optional<String> of(ProcessHandle process) {
        return ProcessStat.isTold()
                ? ProcessStat.of(Long.toString(process.pid()))
                        .filter(stat -> !stat.ended())
                        .map(StartMark::of)
                : process.info().startInstant().map(Instant::toString);
    }

    /** Ticks since the system was booted, and which boot that was: unlike wall time, nobody sets these. */
    private static String of(ProcessStat stat) {
        return stat.began() + " of boot " + BOOT;
    }

    private static String boot() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
        } catch (IOException notTold) {
            return "unknown";
        }
    }
}
