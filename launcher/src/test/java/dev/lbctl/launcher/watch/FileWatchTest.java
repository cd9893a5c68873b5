package dev.lbctl.launcher.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileWatchTest {
    @TempDir
    Path directory;

    private final List<Path> told = new CopyOnWriteArrayList<>();

    private final List<FileWatch> watches = new ArrayList<>();

    @AfterEach
    void watchNoMore() throws IOException {
        for (FileWatch watch : watches) {
            watch.close();
        }
    }

    @Test
    void changes_that_follow_each_other_are_told_once_also_in_directories_that_are_new() throws IOException {
        Files.createDirectory(directory.resolve("deep"));
        watch(directory);
        Files.writeString(directory.resolve("a.py"), "1");
        Files.writeString(directory.resolve("deep").resolve("b.py"), "1");
        await().until(() -> told.size() == 1);

        Path fresh = Files.createDirectory(directory.resolve("fresh"));
        await().until(() -> told.size() == 2);
        Files.writeString(fresh.resolve("c.py"), "1");
        await().until(() -> told.size() == 3);
        assertThat(told.get(2)).isEqualTo(fresh.resolve("c.py"));
    }

    @Test
    void what_tools_write_is_passed_over() throws IOException {
        Path cache = Files.createDirectories(directory.resolve("lib/__pycache__"));
        Path git = Files.createDirectories(directory.resolve(".git/objects"));
        watch(directory);
        Files.writeString(cache.resolve("a.pyc"), "1");
        Files.writeString(git.resolve("a"), "1");
        Files.writeString(directory.resolve(".a.py.swp"), "1");
        Files.createDirectories(directory.resolve("node_modules"));
        Files.writeString(directory.resolve("last.py"), "1");

        await().until(() -> !told.isEmpty());
        assertThat(told).containsExactly(directory.resolve("last.py"));
    }

    @Test
    void a_single_file_is_watched_without_its_neighbours() throws IOException {
        Path file = Files.writeString(directory.resolve("app.conf"), "1");
        watch(file);
        Files.writeString(directory.resolve("other.conf"), "1");
        Files.writeString(file, "2");

        await().until(() -> !told.isEmpty());
        assertThat(told).containsOnly(file);
    }

    private void watch(Path root) throws IOException {
        watches.add(new FileWatch(List.of(root), told::add));
    }
}
