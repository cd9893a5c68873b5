package dev.lbctl.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real terminal with a shell in it: what is typed goes in, what a person would see is read back. */
final class Tmux implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path socket;

    private Tmux(Path socket) {
        this.socket = socket;
    }

    /** Without tmux the test is skipped, and says so. */
    static Tmux open(Path directory, int width, int height) throws IOException {
        boolean found = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "tmux")));
        if (!found) {
            System.err.println("SKIPPED: lbctl top is not tested in a terminal, tmux is not on the PATH");
        }
        assumeTrue(found, "tmux is not on the PATH");
        Tmux tmux = new Tmux(directory.resolve("tmux"));
        tmux.run("-f", "/dev/null", "new-session", "-d", "-x", "" + width, "-y", "" + height, "PS1='$ ' sh");
        return tmux;
    }

    void type(String text) throws IOException {
        run("send-keys", "-l", text);
    }

    /** Keys by their names, e.g. {@code Enter}, {@code Down}. */
    void press(String... keys) throws IOException {
        List<String> words = new ArrayList<>(List.of("send-keys"));
        words.addAll(List.of(keys));
        run(words.toArray(String[]::new));
    }

    void resize(int width, int height) throws IOException {
        run("resize-window", "-x", "" + width, "-y", "" + height);
    }

    String screen() throws IOException {
        return run("capture-pane", "-p");
    }

    /** What tmux knows of the terminal, e.g. {@code #{cursor_flag}}. */
    String state(String format) throws IOException {
        return run("display-message", "-p", format).strip();
    }

    void awaitText(String text) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(screen()).contains(text));
    }

    void awaitLine(String regex) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(screen().lines()).anyMatch(line -> line.matches(regex)));
    }

    @Override
    public void close() throws IOException {
        run("kill-server");
    }

    private String run(String... words) throws IOException {
        List<String> line = new ArrayList<>(List.of("tmux", "-u", "-S", socket.toString()));
        line.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().remove("TMUX");
        Process process = builder.start();
        try {
            String answer = new String(process.getInputStream().readAllBytes(), UTF_8);
            assertThat(process.waitFor(10, TimeUnit.SECONDS))
                    .as(String.join(" ", line))
                    .isTrue();
            return answer;
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
