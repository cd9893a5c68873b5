package dev.lbctl.balancer.accesslog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sets a full file aside: {@code access.log} → {@code access.log.1} → {@code access.log.2} …, the last one gives way. */
final class Rotation {
    private static final Logger LOG = LoggerFactory.getLogger(Rotation.class);

    private final Path path;
    private final long limit;
    private final int keep;
    private final Pause afterFailure;

    /**
     * A rotation of one file.
     *
     * @param limit in bytes; only a file whose first lines are longer grows beyond it
     * @param keep how many files set aside are kept, 1 or more
     */
    Rotation(Path path, long limit, int keep, LongSupplier nanos) {
        this.path = path;
        this.limit = limit;
        this.keep = keep;
        this.afterFailure = new Pause(Duration.ofMinutes(1), nanos);
    }

    /** Whether a file of this size is to be set aside before more is added. */
    boolean isDue(long size, long more) {
        return size > 0 && size + more > limit && afterFailure.isOver();
    }

    /** Answers whether the file was set aside. A folder where that is forbidden is no reason to lose lines. */
    boolean setAside() {
        try {
            int free = 1;
            while (free < keep && Files.exists(aside(free))) {
                free++;
            }
            for (int i = free; i > 1; i--) {
                Files.move(aside(i - 1), aside(i), StandardCopyOption.ATOMIC_MOVE);
            }
            Files.move(path, aside(1), StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (IOException e) {
            afterFailure.begin();
            LOG.warn("access log: {} is full and cannot be set aside, so it grows on: {}", path, e.toString());
            return false;
        }
    }

    private Path aside(int number) {
        return path.resolveSibling(path.getFileName() + "." + number);
    }
}
