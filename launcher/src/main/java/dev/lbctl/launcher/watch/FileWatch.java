package dev.lbctl.launcher.watch;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells when files change, in these directories and all below, or these files themselves: once for all changes that follow each
 * other within 300 ms. What version control, builds and Python write is passed over. A thread of its own waits for changes.
 */
public final class FileWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FileWatch.class);
    private static final long QUIET_MS = 300;
    private static final Set<String> PASSED_OVER = Set.of(".git", "node_modules", "target", "__pycache__");

    private final WatchService service;
    private final List<Path> roots;
    private final Map<WatchKey, Path> directories = new HashMap<>();
    private final Consumer<Path> changed;

    /**
     * Watches from now on.
     *
     * @param roots files and directories that exist
     * @param changed is told one of the files that changed, on this watch's thread, which waits meanwhile
     */
    public FileWatch(List<Path> roots, Consumer<Path> changed) throws IOException {
        this.roots = List.copyOf(roots);
        this.changed = changed;
        this.service = roots.get(0).getFileSystem().newWatchService();
        for (Path root : roots) {
            register(Files.isDirectory(root) ? root : root.toAbsolutePath().getParent(), Files.isDirectory(root));
        }
        Thread thread = new Thread(this::watch, "file-watch");
        thread.setDaemon(true);
        thread.start();
    }

    private void register(@Nullable Path directory, boolean deep) throws IOException {
        if (directory == null) {
            return;
        }
        Files.walkFileTree(directory, Set.of(), deep ? Integer.MAX_VALUE : 1, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) throws IOException {
                if (!visited.equals(directory) && (!deep || isPassedOver(visited))) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                directories.put(
                        visited.register(
                                service,
                                StandardWatchEventKinds.ENTRY_CREATE,
                                StandardWatchEventKinds.ENTRY_DELETE,
                                StandardWatchEventKinds.ENTRY_MODIFY),
                        visited);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException goneMeanwhile) {
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private void watch() {
        try {
            while (true) {
                Path file = read(service.take());
                WatchKey more = file == null ? null : service.poll(QUIET_MS, TimeUnit.MILLISECONDS);
                while (more != null) {
                    read(more);
                    more = service.poll(QUIET_MS, TimeUnit.MILLISECONDS);
                }
                if (file != null) {
                    changed.accept(file);
                }
            }
        } catch (ClosedWatchServiceException | InterruptedException over) {
            LOG.debug("files are watched no more", over);
        }
    }

    /** One of the files that changed and count; null when none does. */
    private @Nullable Path read(WatchKey key) {
        Path directory = directories.get(key);
        Path found = null;
        for (WatchEvent<?> event : key.pollEvents()) {
            if (directory != null && event.context() instanceof Path name) {
                Path file = directory.resolve(name);
                found = counts(file) ? file : found;
                follow(event, file);
            }
        }
        key.reset();
        return found;
    }

    private boolean counts(Path file) {
        return !isPassedOver(file) && roots.stream().anyMatch(file::startsWith);
    }

    /** A new directory may have got files before it was watched: they are changes as much as it is. */
    private void follow(WatchEvent<?> event, Path file) {
        if (event.kind() == StandardWatchEventKinds.ENTRY_CREATE && Files.isDirectory(file) && counts(file)) {
            try {
                register(file, true);
            } catch (IOException e) {
                LOG.warn("{} cannot be watched", file, e);
            }
        }
    }

    private static boolean isPassedOver(Path file) {
        String name = String.valueOf(file.getFileName());
        return PASSED_OVER.contains(name) || name.endsWith("~") || name.endsWith(".swp");
    }

    @Override
    public void close() {
        try {
            service.close();
        } catch (IOException e) {
            LOG.warn("files are watched on", e);
        }
    }
}
