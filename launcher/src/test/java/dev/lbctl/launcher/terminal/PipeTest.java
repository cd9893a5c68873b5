package dev.lbctl.launcher.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.balancer.api.Json;
import dev.lbctl.launcher.console.Output;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code lbctl top} where there is no screen. */
@Timeout(30)
class PipeTest {
    private final ScriptedCluster cluster = new ScriptedCluster();
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @Test
    void a_pipe_gets_the_facts_once_without_a_single_control_character() throws Exception {
        assertThat(pipe(written).lines(null)).isTrue();
        assertThat(text())
                .contains("server-5 ready", "success 99.98 %", "not in rotation: server-3 down, server-4 drain");
        assertThat(text()).matches("[^\\p{Cc}]*(\\n[^\\p{Cc}]*)*").doesNotContain("quit", "▌");
    }

    @Test
    void who_follows_gets_a_line_of_figures_each_time_until_nobody_reads() throws Exception {
        pipe(new LeavesAfter(5_000)).lines(Duration.ofMillis(1));
        assertThat(text().lines().filter(line -> line.contains("61.3 req/s")).count())
                .isGreaterThan(2);
    }

    @Test
    void a_program_gets_an_object_on_a_line_each_time() throws Exception {
        pipe(new LeavesAfter(100_000)).json(Duration.ofMillis(1));
        var objects = text().lines().toList();
        var first = Json.lenient().readTree(objects.get(0));
        assertThat(first.at("/balancer/statistics/total_requests").asLong()).isEqualTo(12_345);
        assertThat(first.at("/launcher/nodes/5/name").asText()).isEqualTo("server-5");
        assertThat(first.at("/latency/p99").asDouble()).isEqualTo(38);
        assertThat(Json.lenient().readTree(objects.get(1)).has("problems")).isTrue();
    }

    @Test
    void a_cluster_that_is_silent_is_said_and_is_a_failure_when_nothing_is_known() throws Exception {
        cluster.silence = "Connection refused";
        assertThat(pipe(written).names()).isTrue();
        assertThat(text()).contains("balancer\n", "server-5\n");
    }

    private Pipe pipe(OutputStream out) {
        PrintStream stream = new PrintStream(out, true, UTF_8);
        Output output = new Output(stream, stream, Map.of(), false);
        return new Pipe(cluster, output, InstantSource.system(), ZoneOffset.UTC);
    }

    private String text() {
        return written.toString(UTF_8);
    }

    /** A reader who has gone after so many bytes. */
    private final class LeavesAfter extends OutputStream {
        private final int bytes;

        private LeavesAfter(int bytes) {
            this.bytes = bytes;
        }

        @Override
        public void write(int one) throws IOException {
            if (written.size() >= bytes) {
                throw new IOException("Broken pipe");
            }
            written.write(one);
        }
    }
}
