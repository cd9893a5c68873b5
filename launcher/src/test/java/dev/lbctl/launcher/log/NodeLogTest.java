package dev.lbctl.launcher.log;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeLogTest {
    @TempDir
    Path directory;

    @Test
    void the_tail_is_the_last_lines_in_order() throws IOException {
        write(IntStream.rangeClosed(1, 5000).mapToObj(i -> "line " + i).collect(Collectors.joining("\n", "", "\n")));

        assertThat(log().tail(3)).containsExactly("line 4998", "line 4999", "line 5000");
        assertThat(log().tail(5000)).hasSize(5000).startsWith("line 1");
        assertThat(log().tail(9999)).hasSize(5000);
    }

    @Test
    void a_line_without_its_end_counts_as_one() throws IOException {
        write("one\ntwo");

        assertThat(log().tail(1)).containsExactly("two");
    }

    @Test
    void what_one_process_wrote_is_told_without_what_stood_there_before() throws IOException {
        write("of an earlier one\n");
        LifeLog life = log().fromNow();
        assertThat(life.tail(10)).isEmpty();

        write("one\ntwo\n");

        assertThat(life.tail(10)).containsExactly("one", "two");
        assertThat(life.tail(1)).containsExactly("two");
    }

    @Test
    void a_log_that_is_not_there_has_no_lines() throws IOException {
        assertThat(log().tail(10)).isEmpty();
        assertThat(log().follow().poll()).isEmpty();
    }

    @Test
    void a_follower_gets_whole_lines_once_also_after_the_log_was_cut() throws IOException {
        write("old\n");
        LogFollower follower = log().follow();

        write("ein");
        assertThat(follower.poll()).isEmpty();
        write("s\nzwei\n");
        assertThat(follower.poll()).containsExactly("eins", "zwei");
        Files.writeString(log().path(), "new\n");
        assertThat(follower.poll()).containsExactly("new");
    }

    @Test
    void a_large_log_starts_anew_and_three_old_ones_are_kept() throws IOException {
        for (int round = 1; round <= 5; round++) {
            write("round " + round + "\n" + "x".repeat(11 * 1024 * 1024) + "\n");
            log().rotate();
        }

        assertThat(log().path()).isEmptyFile();
        assertThat(firstLine(".1")).isEqualTo("round 5");
        assertThat(firstLine(".3")).isEqualTo("round 3");
        assertThat(directory.resolve("node.log.4")).doesNotExist();
    }

    @Test
    void a_new_cluster_finds_the_logs_of_the_one_before_put_aside_but_for_its_launchers() throws IOException {
        NodeLog launchers = new NodeLog(directory.resolve("launcher.log"));
        Files.writeString(launchers.path(), "starting\n");
        write("of the first\n");
        LogRotation.begin(directory, launchers);
        write("of the second\n");
        LogRotation.begin(directory, launchers);

        assertThat(log().tail(10)).isEmpty();
        assertThat(firstLine(".1")).isEqualTo("of the second");
        assertThat(firstLine(".2")).isEqualTo("of the first");
        assertThat(launchers.tail(10)).containsExactly("starting");
    }

    @Test
    void a_small_log_is_left_alone() throws IOException {
        write("small\n");
        log().rotate();

        assertThat(log().tail(1)).containsExactly("small");
    }

    private String firstLine(String suffix) throws IOException {
        try (var lines = Files.lines(directory.resolve("node.log" + suffix))) {
            return lines.findFirst().orElseThrow();
        }
    }

    private NodeLog log() {
        return new NodeLog(directory.resolve("node.log"));
    }

    private void write(String text) throws IOException {
        Files.writeString(log().path(), text, CREATE, APPEND);
    }
}
