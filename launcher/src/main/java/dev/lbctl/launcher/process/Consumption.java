package dev.lbctl.launcher.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a process takes of its machine (proc_pid_stat(5), proc_pid_fd(5)).
 *
 * @param cpuSeconds since it began, in all of its threads
 * @param residentBytes of memory
 * @param openFiles sockets included
 */
public record Consumption(double cpuSeconds, long residentBytes, int openFiles) {
    private static final int USER_TICKS = 11;
    private static final int SYSTEM_TICKS = 12;
    private static final int RESIDENT_PAGES = 21;
    /** What the kernel tells programs of, whatever its own clock. */
    private static final double TICKS_PER_SECOND = 100;

    private static final long PAGE_BYTES = 4096;

    /** Empty when it runs no longer, belongs to somebody else, or the system does not tell. */
    public static Optional<Consumption> of(long pid) {
        Path process = Path.of("/proc", Long.toString(pid));
        try (DirectoryStream<Path> files = Files.newDirectoryStream(process.resolve("fd"))) {
            String stat = Files.readString(process.resolve("stat"), StandardCharsets.ISO_8859_1);
            List<String> fields =
                    List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1));
            int open = 0;
            for (Path file : files) {
                open += file.getNameCount() > 0 ? 1 : 0;
            }
            long ticks = Long.parseLong(fields.get(USER_TICKS)) + Long.parseLong(fields.get(SYSTEM_TICKS));
            long resident = Long.parseLong(fields.get(RESIDENT_PAGES)) * PAGE_BYTES;
            return Optional.of(new Consumption(ticks / TICKS_PER_SECOND, resident, open));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }
}
