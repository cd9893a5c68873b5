package dev.lbctl.launcher.log;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * The part of a node's log that one process has written.
 *
 * @param start where it begins in the file, in bytes
 */
public record LifeLog(Path path, long start) {
    private static final int MOST_BYTES = 4096;
    private static final int MOST_LINES = 3;
    private static final int LONGEST_LINE = 160;

    /** The last {@code count} lines, the oldest first, of at most 4 MiB. */
    public List<String> tail(int count) throws IOException {
        return new NodeLog(path).tail(count, start);
    }

    /** The last lines that are not empty, three at most, shortened; none when it wrote nothing or cannot be read. */
    public List<String> lastWords() {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            long end = file.length();
            long from = Math.max(start <= end ? start : 0, end - MOST_BYTES);
            byte[] bytes = new byte[(int) (end - from)];
            file.seek(from);
            file.readFully(bytes);
            List<String> lines = new String(bytes, StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.replaceAll("\\p{Cntrl}", " ").strip())
                    .filter(line -> !line.isEmpty())
                    .toList();
            return lines.subList(Math.max(0, lines.size() - MOST_LINES), lines.size()).stream()
                    .map(LifeLog::shortened)
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    private static String shortened(String line) {
        return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + "…";
    }
}
