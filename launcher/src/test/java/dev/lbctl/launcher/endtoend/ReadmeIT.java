package dev.lbctl.launcher.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.launcher.endtoend.Readme.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The README, typed: every command of its blocks in its order, with other ports and a run directory of its own. */
@Timeout(240)
class ReadmeIT {
    private static final int COMMANDS_AT_LEAST = 25;

    @TempDir
    private Path state = Path.of("");

    /** Where the commands are typed. */
    @TempDir
    private Path home = Path.of("");

    @Test
    void every_command_of_the_readme_does_what_it_says() throws Exception {
        try (Lbctl lbctl = new Lbctl(state)) {
            script();
            List<Step> steps = Readme.steps();
            assertThat(steps).hasSizeGreaterThan(COMMANDS_AT_LEAST);
            for (Step step : steps) {
                String said = run(lbctl, step.command());
                step.output()
                        .forEach(line -> assertThat(shape(said))
                                .as("what the README says of: %s%n%s", step.command(), said)
                                .contains(shape(line)));
            }
            assertThat(lbctl.run("ps").exit())
                    .as("the README ends what it starts")
                    .isEqualTo(3);
        }
    }

    /** The start script would build the program; this one runs what is built. */
    private void script() throws IOException {
        String text = "#!/bin/sh\nexec " + String.join(" ", Packaged.words()) + " \"$@\"\n";
        Path script = Files.writeString(home.resolve("lbctl"), text);
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    }

    private String run(Lbctl lbctl, String command) throws Exception {
        Path said = state.resolve("said");
        ProcessBuilder shell = new ProcessBuilder("bash", "-c", "set -o pipefail; " + typed(lbctl, command))
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(said.toFile());
        shell.environment().put("XDG_STATE_HOME", state.toString());
        shell.environment().put("HOME", home.toString());
        shell.environment().put("LBCTL_PORT", "" + lbctl.port);
        shell.environment().put("LBCTL_ADMIN_PORT", "" + lbctl.adminPort);
        shell.environment().put("LBCTL_MANAGEMENT_PORT", "" + lbctl.managementPort);
        Process process = shell.start();
        boolean ended = process.waitFor(100, TimeUnit.SECONDS);
        process.destroyForcibly();
        assertThat(ended).as("%s ends: %s", command, Files.readString(said)).isTrue();
        assertThat(process.exitValue())
                .as("%s: %s%s", command, Files.readString(said), lbctl.logs())
                .isZero();
        return Files.readString(said);
    }

    /** With our ports; what fills a terminal gets one, and the key that ends it. */
    private static String typed(Lbctl lbctl, String command) {
        String ours = command.replace("localhost:8000", "localhost:" + lbctl.port)
                .replace("localhost:8004", "localhost:" + lbctl.managementPort)
                .replace("localhost:8090", "localhost:" + lbctl.adminPort);
        return ours.equals("./lbctl top")
                ? "set +o pipefail; while printf q; do sleep 0.2; done | TERM=xterm timeout 30 script -qec 'stty rows 24 cols 80; ./lbctl top' /dev/null"
                : ours;
    }

    /** Without what differs each time: numbers, tokens, and how wide a column is. */
    private static String shape(String text) {
        return text.replaceAll("token=[A-Za-z0-9_-]+", "token=T")
                .replaceAll("[0-9]+", "N")
                .replaceAll("[ \\t]+", " ");
    }
}
