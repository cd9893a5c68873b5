package dev.lbctl.balancer.accesslog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
    private static final Path FULL = Path.of("/dev/full");

    @TempDir
    private Path folder;

    private long nanos;
    private LogFile log;

    @BeforeEach
    void create() {
        log = file(path());
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void a_new_file_is_for_its_owner_and_for_the_eyes_of_its_group() throws IOException {
        write("one\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path())))
                .matches("rw-[r-]-----");
        assertThat(path()).hasContent("one\n");
    }

    @Test
    void lines_are_added_to_what_a_file_holds() throws IOException {
        Files.writeString(path(), "zero\n");
        write("one\n");
        write("two\n");
        assertThat(path()).hasContent("zero\none\ntwo\n");
    }

    @Test
    void a_full_file_is_set_aside_and_as_many_are_kept_as_were_asked_for() throws IOException {
        for (int i = 1; i <= 6; i++) {
            write("line " + i + " of twenty\n\n");
        }
        assertThat(path()).hasContent("line 6 of twenty\n\n");
        assertThat(aside(1)).hasContent("line 5 of twenty\n\n");
        assertThat(aside(2)).hasContent("line 4 of twenty\n\n");
        assertThat(aside(3)).doesNotExist();
    }

    @Test
    void a_file_that_cannot_be_set_aside_grows_on() throws IOException {
        Files.createDirectories(aside(1).resolve("in the way"));
        Files.createDirectories(aside(2).resolve("in the way"));
        write("twenty characters..\n");
        write("two\n");
        assertThat(path()).hasContent("twenty characters..\ntwo\n");
        Files.delete(aside(2).resolve("in the way"));
        Files.delete(aside(2));
        write("three\n");
        assertThat(aside(2)).as("tried again too soon").doesNotExist();
        nanos += Duration.ofMinutes(1).toNanos();
        write("four\n");
        assertThat(path()).hasContent("four\n");
    }

    @Test
    void a_file_that_was_moved_is_begun_anew_within_a_second() throws IOException {
        write("one\n");
        write("two\n");
        Files.move(path(), folder.resolve("moved"));
        write("three\n");
        nanos += Duration.ofSeconds(1).toNanos();
        write("four\n");
        assertThat(folder.resolve("moved")).hasContent("one\ntwo\nthree\n");
        assertThat(path()).hasContent("four\n");
    }

    @Test
    void a_file_in_whose_place_is_another_is_left_for_that() throws IOException {
        write("one\n");
        write("two\n");
        Files.move(path(), folder.resolve("moved"));
        Files.writeString(path(), "theirs\n");
        nanos += Duration.ofSeconds(1).toNanos();
        write("three\n");
        assertThat(path()).hasContent("theirs\nthree\n");
    }

    @Test
    void a_file_that_was_emptied_in_place_begins_at_its_beginning() throws IOException {
        write("one\n");
        Files.write(path(), new byte[0]);
        write("two\n");
        assertThat(path()).hasContent("two\n");
    }

    @Test
    void a_folder_that_is_missing_is_told_and_may_come_later() throws IOException {
        Path later = folder.resolve("later");
        log = file(later.resolve("access.log"));
        assertThatThrownBy(() -> write("one\n")).isInstanceOf(NoSuchFileException.class);
        Files.createDirectory(later);
        write("two\n");
        assertThat(later.resolve("access.log")).hasContent("two\n");
    }

    @Test
    void a_full_disk_is_told_and_the_file_is_opened_again_when_there_is_room() throws IOException {
        Files.createSymbolicLink(path(), FULL);
        assertThatThrownBy(() -> write("one\n")).isInstanceOf(IOException.class).hasMessageContaining("No space left");
        Files.delete(path());
        Files.createSymbolicLink(path(), folder.resolve("elsewhere"));
        write("two\n");
        assertThat(folder.resolve("elsewhere")).hasContent("two\n");
    }

    private void write(String lines) throws IOException {
        log.write(lines.getBytes(StandardCharsets.US_ASCII));
    }

    private LogFile file(Path path) {
        return new LogFile(path, new Rotation(path, 20, 2, () -> nanos), () -> nanos);
    }

    private Path path() {
        return folder.resolve("access.log");
    }

    private Path aside(int number) {
        return folder.resolve("access.log." + number);
    }
}
