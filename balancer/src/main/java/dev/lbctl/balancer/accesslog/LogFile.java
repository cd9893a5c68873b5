package dev.lbctl.balancer.accesslog;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A file that is added to, set aside when it is full, and begun anew when somebody moved it away. */
final class LogFile implements Target {
    private static final Set<OpenOption> ADDING =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    private static final FileAttribute<?> FOR_OWNER_AND_GROUP =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r-----"));
    private static final Logger LOG = LoggerFactory.getLogger(LogFile.class);

    private final Path path;
    private final Rotation rotation;
    private final Pause unwatched;
    private @Nullable FileChannel channel;
    private @Nullable Object identity;

    LogFile(Path path, Rotation rotation, LongSupplier nanos) {
        this.path = path;
        this.rotation = rotation;
        this.unwatched = new Pause(Duration.ofSeconds(1), nanos);
    }

    @Override
    public void write(byte[] lines) throws IOException {
        try {
            add(lines, fileFor(lines.length));
        } catch (IOException e) {
            close(); // The next lines open it again, and find it well or not.
            throw e;
        }
    }

    @Override
    public void close() {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            LOG.warn("access log: closing {}: {}", path, e.toString());
        }
        channel = null;
    }

    @Override
    public String name() {
        return path.toString();
    }

    private static void add(byte[] lines, FileChannel to) throws IOException {
        long whole = to.size();
        try {
            ByteBuffer rest = ByteBuffer.wrap(lines);
            while (rest.hasRemaining()) {
                to.write(rest);
            }
        } catch (IOException e) {
            to.truncate(whole); // No half line stays for the next one to be added to.
            throw e;
        }
    }

    private FileChannel fileFor(long more) throws IOException {
        if (channel != null && unwatched.isOver()) {
            unwatched.begin();
            if (identity == null || !identity.equals(identity())) {
                close();
            }
        }
        FileChannel file = open();
        if (rotation.isDue(file.size(), more) && rotation.setAside()) {
            close();
            return open();
        }
        return file;
    }

    private FileChannel open() throws IOException {
        FileChannel open = channel;
        if (open == null) {
            open = FileChannel.open(path, ADDING, FOR_OWNER_AND_GROUP);
            channel = open;
            identity = identity();
        }
        return open;
    }

    /** Device and inode, which stay a file's own under every name; null when the path names no file. */
    private @Nullable Object identity() throws IOException {
        try {
            return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
        } catch (NoSuchFileException e) {
            return null;
        }
    }
}
