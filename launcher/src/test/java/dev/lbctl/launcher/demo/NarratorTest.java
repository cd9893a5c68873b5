package dev.lbctl.launcher.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.launcher.console.Output;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NarratorTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private Narrator narrator(Map<String, String> environment, boolean terminal) {
        return new Narrator(new Output(new PrintStream(out, true, UTF_8), System.err, environment, terminal), true);
    }

    @Test
    void a_sentence_that_is_wider_than_the_terminal_goes_on_in_the_next_line_with_a_whole_word() {
        narrator(Map.of("COLUMNS", "20", "TERM", "dumb"), true).tell("It gets nothing new: now one could look.");

        assertThat(out.toString(UTF_8)).isEqualTo("It gets nothing\nnew: now one could\nlook.\n");
    }

    @Test
    void where_there_is_no_terminal_a_sentence_is_a_line() {
        narrator(Map.of(), false).tell(Scenes.ALL.get(0).words());

        assertThat(out.toString(UTF_8)).isEqualTo(Scenes.ALL.get(0).words() + "\n");
    }
}
