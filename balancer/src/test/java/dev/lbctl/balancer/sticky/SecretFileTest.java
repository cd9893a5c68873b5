package dev.lbctl.balancer.sticky;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFileTest {
    @TempDir
    private Path directory;

    private Path path;

    @BeforeEach
    void place() {
        path = directory.resolve("session.secret");
    }

    @Test
    void a_secret_is_made_once_and_is_its_owners_alone() throws IOException {
        String first = new SecretFile(path).readOrMake().mark("web", "A");
        String again = new SecretFile(path).readOrMake().mark("web", "A");

        assertThat(first).isEqualTo(again);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).containsExactly(path);
        }
    }

    @Test
    void a_secret_of_ones_own_is_read_without_what_surrounds_it() throws IOException {
        Files.writeString(path, "0123456789abcdef0123456789abcdef");
        String mark = new SecretFile(path).read().mark("web", "A");
        Files.writeString(path, "\n 0123456789abcdef0123456789abcdef\r\n");

        assertThat(new SecretFile(path).read().mark("web", "A")).isEqualTo(mark);
    }

    @Test
    void one_that_can_be_guessed_or_is_not_there_is_told_with_how_to_make_one() throws IOException {
        assertThatThrownBy(() -> new SecretFile(path).read())
                .hasMessage("there is no secret_file " + path + "; write one: openssl rand -base64 32 > " + path);
        Files.writeString(path, "short\n");
        assertThatThrownBy(() -> new SecretFile(path).read())
                .hasMessage("the secret in " + path
                        + " has 5 octets, and needs 32; make one: openssl rand -base64 32 > " + path);
    }
}
