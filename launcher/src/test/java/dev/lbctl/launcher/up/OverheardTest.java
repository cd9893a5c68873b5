package dev.lbctl.launcher.up;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.launcher.console.Output;
import dev.lbctl.launcher.log.NodeLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverheardTest {
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final Output output = new Output(
            new PrintStream(said, true, UTF_8), new PrintStream(said, true, UTF_8), Map.of("TERM", "dumb"), false);

    @Test
    void what_is_for_whoever_waits_is_passed_on_at_once_and_is_no_reason_of_the_end(@TempDir Path directory)
            throws IOException {
        Path log = Files.createFile(directory.resolve("launcher.log"));
        Overheard overheard = new Overheard(new NodeLog(log).follow(), output);
        Files.writeString(
                log,
                Overheard.WAITING + "server-1 is not ready yet\nlbctl: it did not start\n",
                StandardOpenOption.APPEND);

        overheard.listen();

        assertThat(said.toString(UTF_8)).isEqualTo("lbctl: waiting: server-1 is not ready yet\n");
        Files.writeString(log, "  its log: there\n", StandardOpenOption.APPEND);
        assertThat(overheard.lastWords()).isEqualTo("it did not start\n  its log: there");
    }
}
