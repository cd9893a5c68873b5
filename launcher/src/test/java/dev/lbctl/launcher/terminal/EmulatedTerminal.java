package dev.lbctl.launcher.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.jline.utils.ScreenTerminal;

/** A terminal of 80 by 24 with something on it, and a dashboard that may run on it. */
final class EmulatedTerminal implements AutoCloseable {
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final ScreenTerminal screen;
    private final LineDisciplineTerminal terminal;
    private final Attributes before;

    EmulatedTerminal() throws IOException {
        var virtual = ScreenTerminal.withTerminal("test", "xterm-256color", 80, 24);
        screen = virtual.screen();
        terminal = virtual.terminal();
        before = terminal.getAttributes();
        write("$ lbctl top");
    }

    Future<?> run(Cluster cluster) {
        var dashboard = new Dashboard(cluster, InstantSource.system(), ZoneOffset.UTC, false);
        return thread.submit(() -> dashboard.run(terminal, true));
    }

    /** As another program would. */
    void write(String text) {
        terminal.writer().print(text);
        terminal.flush();
    }

    void type(String keys) throws IOException {
        terminal.processInputBytes(keys.getBytes(UTF_8));
    }

    void endInput() throws IOException {
        terminal.reader().close();
    }

    void raise(Signal signal) {
        terminal.raise(signal);
    }

    void resize(int width, int height) {
        screen.setSize(Size.of(width, height));
        terminal.setSize(Size.of(width, height));
        terminal.raise(Signal.WINCH);
    }

    boolean echoes() {
        return terminal.getAttributes().getLocalFlag(LocalFlag.ECHO);
    }

    String shown() {
        return screen.toString();
    }

    void waitFor(String text) {
        await().untilAsserted(() -> assertThat(shown()).contains(text));
    }

    void assertRestored() {
        assertThat(shown()).contains("$ lbctl top").doesNotContain("server-5");
        assertThat(terminal.getAttributes().getLocalFlags()).isEqualTo(before.getLocalFlags());
        assertThat(terminal.getAttributes().getInputFlags()).isEqualTo(before.getInputFlags());
    }

    @Override
    public void close() throws IOException {
        thread.shutdownNow();
        terminal.close();
    }
}
