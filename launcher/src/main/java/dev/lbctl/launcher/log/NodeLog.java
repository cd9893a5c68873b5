package dev.lbctl.launcher.log;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;

/**
 * The file a node writes its output to, by itself, at the file's end. Therefore an old log is copied away and the file cut to
 * nothing in place; a line written between the two is lost.
 */
public record NodeLog(Path path) {
    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rw-------");
    private static final long ROTATE_BYTES = 10L * 1024 * 1024;
    private static final int KEPT = 3;
    private static final int BLOCK = 16 * 1024;
    private static final int LONGEST_TAIL = 4 * 1024 * 1024;

    /** Creates the file, for its owner alone; what is in it stays. */
    public void create() throws IOException {
        if (Files.notExists(path)) {
            Files.createFile(path, PosixFilePermissions.asFileAttribute(OWNER));
        }
        Files.setPosixFilePermissions(path, OWNER);
    }

    /** The last {@code count} lines, the oldest first, of at most 4 MiB; empty when there is no such file. */
    public List<String> tail(int count) throws IOException {
        return tail(count, 0);
    }

    /** The same of what stands there from {@code start} on, in bytes; a file that was begun anew since is taken as a whole. */
    List<String> tail(int count, long start) throws IOException {
        if (count <= 0 || Files.notExists(path)) {
            return List.of();
        }
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            long end = file.length();
            long most = Math.min(start <= end ? end - start : end, LONGEST_TAIL);
            byte[] read = new byte[0];
            while (read.length < most && newlines(read) <= count) {
                read = readBack(file, end, Math.min(most, Math.max(BLOCK, read.length * 2)));
            }
            List<String> lines =
                    new String(read, StandardCharsets.UTF_8).lines().toList();
            return lines.subList(Math.max(0, lines.size() - count), lines.size());
        }
    }

    /** Follows the file from its present end. */
    public LogFollower follow() throws IOException {
        return new LogFollower(path, Files.exists(path) ? Files.size(path) : 0);
    }

    /** What is written from its present end on. */
    public LifeLog fromNow() {
        try {
            return new LifeLog(path, Files.exists(path) ? Files.size(path) : 0);
        } catch (IOException unreadable) {
            return new LifeLog(path, 0);
        }
    }

    /** Starts the file anew when it is over 10 MiB, keeping three old ones as {@code .1} to {@code .3}. */
    public void rotate() throws IOException {
        if (Files.notExists(path) || Files.size(path) <= ROTATE_BYTES) {
            return;
        }
        age();
        Files.copy(path, old(1), StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE)) {
            file.truncate(0);
        }
    }

    /** Keeps what is in it as the old log {@code .1}. Nobody may have it open. */
    void putAside() throws IOException {
        if (Files.exists(path) && Files.size(path) > 0) {
            age();
            Files.move(path, old(1));
        }
    }

    /** Makes room for another {@code .1}. */
    private void age() throws IOException {
        for (int age = KEPT - 1; age >= 1; age--) {
            if (Files.exists(old(age))) {
                Files.move(old(age), old(age + 1), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private Path old(int age) {
        return path.resolveSibling(path.getFileName() + "." + age);
    }

    private static long newlines(byte[] text) {
        long count = 0;
        for (byte b : text) {
            count += b == '\n' ? 1 : 0;
        }
        return count;
    }

    private static byte[] readBack(RandomAccessFile file, long end, long length) throws IOException {
        byte[] bytes = new byte[(int) length];
        file.seek(end - bytes.length);
        file.readFully(bytes);
        return bytes;
    }
}
