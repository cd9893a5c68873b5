package dev.lbctl.launcher.process;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildTest {
    @TempDir
    Path directory;

    @Test
    void both_outputs_go_to_the_end_of_the_log() throws Exception {
        Path log = directory.resolve("log");
        Files.writeString(log, "before\n");

        shell("echo out $GREETING; echo err >&2").exit().get(10, SECONDS);

        assertThat(Files.readAllLines(log)).containsExactly("before", "out hello", "err");
    }

    @Test
    void an_exit_tells_its_code_or_its_signal() throws Exception {
        assertThat(shell("exit 3").exit().get(10, SECONDS)).hasToString("exited with code 3");

        Child killed = sleeper();
        killed.kill();
        assertThat(killed.exit().get(10, SECONDS)).hasToString("ended by SIGKILL");

        Child terminated = sleeper();
        terminated.terminate();
        assertThat(terminated.exit().get(10, SECONDS)).hasToString("ended by SIGTERM");
    }

    @Test
    void a_running_process_is_recognised_and_its_end_is_noticed() throws Exception {
        Child spawned = sleeper();

        Child adopted = Child.adopt(spawned.identity()).orElseThrow();
        adopted.kill();

        assertThat(adopted.exit().get(10, SECONDS)).hasToString("ended, exit code unknown");
        assertThat(spawned.exit().get(10, SECONDS).code()).isEqualTo(137);
        assertThat(Child.adopt(spawned.identity())).isEmpty();
    }

    @Test
    void another_process_with_the_same_pid_is_not_taken_for_ours() throws Exception {
        Child child = sleeper();
        try {
            assertThat(child.identity().find()).isPresent();
            assertThat(new Identity(child.pid(), child.identity().started(), "before").find())
                    .isEmpty();
        } finally {
            child.kill();
        }
    }

    @Test
    void a_script_that_became_another_program_is_still_the_same_process() throws Exception {
        Child child = shell("echo began; exec sleep 60");
        try {
            Path log = directory.resolve("log");
            await().until(() -> Files.readString(log).equals("began\n"));

            assertThat(Child.adopt(child.identity())).isPresent();
        } finally {
            child.kill();
        }
    }

    private Child sleeper() throws IOException {
        return Child.spawn(new Program(List.of("sleep", "60"), null, Map.of(), directory.resolve("log")));
    }

    private Child shell(String script) throws IOException {
        return Child.spawn(new Program(
                List.of("/bin/sh", "-c", script), null, Map.of("GREETING", "hello"), directory.resolve("log")));
    }
}
