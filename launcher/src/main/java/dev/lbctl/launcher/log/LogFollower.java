package dev.lbctl.launcher.log;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads what is added to a log, also after it was cut. Owned by the thread that polls it. */
public final class LogFollower {
    private static final int MOST_BYTES = 1024 * 1024;

    private final Path path;
    private long position;

    LogFollower(Path path, long position) {
        this.path = path;
        this.position = position;
    }

    /** The lines completed since the last call, at most a megabyte of them; never waits. */
    public List<String> poll() throws IOException {
        if (Files.notExists(path)) {
            return List.of();
        }
        byte[] added = readNew();
        int end = added.length;
        while (end > 0 && added[end - 1] != '\n') {
            end--;
        }
        if (end == 0 && added.length == MOST_BYTES) {
            end = MOST_BYTES;
        }
        position += end;
        return new String(added, 0, end, StandardCharsets.UTF_8).lines().toList();
    }

    private byte[] readNew() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            if (file.length() < position) {
                position = 0;
            }
            byte[] added = new byte[(int) Math.min(file.length() - position, MOST_BYTES)];
            file.seek(position);
            file.readFully(added);
            return added;
        }
    }
}
