package dev.lbctl.balancer.accesslog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a real file system of 64 KiB, where this process may mount one. */
class FullDiskTest {
    private static final int LINE = 5_000;

    @TempDir
    private Path disk;

    private boolean mounted;

    @BeforeEach
    void mount() throws Exception {
        mounted = run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk.toString()) == 0;
        assumeTrue(mounted, "mounting a tmpfs needs root");
    }

    @AfterEach
    void unmount() throws Exception {
        if (mounted) {
            run("umount", "--lazy", disk.toString());
        }
    }

    @Test
    void no_half_line_is_left_and_writing_goes_on_when_there_is_room() throws IOException {
        Path path = disk.resolve("access.log");
        Path ballast = Files.write(disk.resolve("ballast"), new byte[40_000]);
        LogFile log = new LogFile(path, new Rotation(path, Long.MAX_VALUE, 1, System::nanoTime), System::nanoTime);
        byte[] line = ("x".repeat(LINE - 1) + "\n").getBytes(StandardCharsets.US_ASCII);
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 10; i++) {
                        log.write(line);
                    }
                })
                .isInstanceOf(IOException.class)
                .hasMessageContaining("No space left");
        long whole = Files.size(path);
        assertThat(whole % LINE).as("%s bytes", whole).isZero();

        Files.delete(ballast);
        log.write(line);
        log.close();
        assertThat(Files.size(path)).isEqualTo(whole + LINE);
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
    }
}
