package dev.lbctl.balancer.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lbctl.balancer.Nobody;
import dev.lbctl.balancer.retry.Outcome;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A balancer that has as many files open as it may. */
class NoSocketTest {
    private static final String GET = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";

    /** Takes from this process what it needs to open anything, until its end. */
    private static final class Shortage {
        private final Process keeper;
        private final BufferedReader said;

        Shortage() throws IOException {
            String limit = "prlimit --pid " + ProcessHandle.current().pid() + " --nofile";
            keeper = new ProcessBuilder(
                            "sh",
                            "-c",
                            "before=$(" + limit + " --noheadings --output SOFT) && " + limit
                                    + "=3: && echo none && read end; " + limit + "=$before: && echo back")
                    .start();
            said = keeper.inputReader();
            assertThat(said.readLine()).isEqualTo("none");
        }

        void end() throws IOException {
            keeper.outputWriter().append('\n').flush();
            assertThat(said.readLine()).isEqualTo("back");
        }
    }

    @Test
    void says_so_until_it_may_open_more() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/prlimit")), "no /usr/bin/prlimit: what lacks cannot be had");
        try (TestProxy proxy = new TestProxy(Nobody.called("one"));
                Wire client = proxy.connect()) {
            refused(client, "no_member"); // Loads what refuses: later no class can be.
            Shortage shortage = new Shortage();
            try {
                refused(client, "no_socket");
                refused(client, "no_socket");
            } finally {
                shortage.end();
            }
            refused(client, "no_member");
            assertThat(proxy.outcomes)
                    .extracting(Outcome::kind)
                    .containsExactly(
                            Outcome.Kind.REFUSED, Outcome.Kind.NO_SOCKET, Outcome.Kind.NO_SOCKET, Outcome.Kind.REFUSED);
        }
    }

    private static void refused(Wire client, String cause) throws IOException {
        Message refusal = client.send(GET).message();
        assertThat(refusal.status()).isEqualTo(503);
        assertThat(refusal.body()).contains("\"error\":\"" + cause + "\"");
    }
}
