package dev.lbctl.launcher.up;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.balancer.api.Event;
import dev.lbctl.launcher.console.EventLine;
import dev.lbctl.launcher.console.Output;
import dev.lbctl.launcher.event.EventRing;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LiveLogTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final Output output = new Output(
            new PrintStream(shown, true, UTF_8), new PrintStream(shown, true, UTF_8), Map.of("TERM", "dumb"), false);

    @Test
    void what_happened_before_it_began_is_left_out() {
        LiveLog live = new LiveLog(new EventLine(output, ZoneOffset.UTC), NOW);

        live.take(happened(1, NOW.minusMillis(1), "long ago"));
        live.take(happened(2, NOW, "just now"));

        assertThat(shown.toString(UTF_8)).contains("just now").doesNotContain("long ago");
    }

    private static EventRing.Numbered happened(long id, Instant time, String message) {
        return new EventRing.Numbered(id, new Event(id, time, "balancer", "up", "server-1", message));
    }
}
