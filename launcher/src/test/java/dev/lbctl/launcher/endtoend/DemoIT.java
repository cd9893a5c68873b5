package dev.lbctl.launcher.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.launcher.endtoend.Lbctl.Result;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class DemoIT {
    @TempDir
    private Path state = Path.of("");

    @Test
    void the_tour_shows_every_scene_counts_no_failed_request_and_leaves_nothing_running() throws Exception {
        try (Lbctl lbctl = new Lbctl(state)) {
            Result tour = lbctl.run("demo", "--fast");

            assertThat(tour.exit()).as(tour.out() + tour.err()).isZero();
            assertThat(tour.out())
                    .containsSubsequence(
                            "$ lbctl bench",
                            "$ lbctl kill server-3",
                            "server-3 is down",
                            "$ lbctl start server-3",
                            "server-3 is up",
                            "$ lbctl kill --crash server-1",
                            "server-1 is up",
                            "$ lbctl drain server-2 --wait",
                            "$ lbctl ready server-2",
                            "$ lbctl restart --rolling",
                            "$ lbctl algorithm weighted",
                            "$ lbctl down")
                    .containsPattern("seen: [1-9][0-9]{2,} requests answered, 0 failed, [1-9][0-9]* retried\n")
                    .doesNotContain("\033")
                    .contains("No client noticed any of it.");
            assertThat(lbctl.run("ps", "--name", "demo").exit()).isEqualTo(3);
        }
    }
}
