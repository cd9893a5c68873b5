package dev.lbctl.launcher.supervisor;

import static dev.lbctl.launcher.supervisor.TestCluster.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lbctl.launcher.node.Answer;
import dev.lbctl.launcher.node.Fault;
import dev.lbctl.launcher.process.Child;
import dev.lbctl.launcher.rundir.FaultFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultsIT {
    @TempDir
    Path home;

    @Test
    void a_fault_is_told_to_its_server_alone_and_forgotten_by_a_restart() throws IOException {
        try (TestCluster cluster = new TestCluster(home, "serve", "sample", "sample")) {
            cluster.launch();
            FaultFiles files = cluster.directory().faults();
            Fault slow = fault(Duration.ofMinutes(5));

            assertThat(cluster.done(cluster.supervisor().fault("server-1", slow))
                            .fault())
                    .isEqualTo(slow);
            assertThat(files.told("server-1")).hasValue(slow);
            assertThat(files.told("server-2")).isEmpty();
            assertThat(cluster.node("server-2").fault()).isNull();

            assertThat(cluster.done(cluster.supervisor().restart("server-1")).fault())
                    .isNull();
            assertThat(files.told("server-1")).isEmpty();
        }
    }

    @Test
    void a_fault_ends_when_its_time_is_over_or_somebody_says_so() throws IOException {
        try (TestCluster cluster = new TestCluster(home, "serve", "sample", "sample")) {
            cluster.launch();
            cluster.done(cluster.supervisor().fault("server-1", fault(Duration.ofMillis(100))));
            cluster.done(cluster.supervisor().fault("server-2", fault(Duration.ofMinutes(5))));

            assertThat(cluster.done(cluster.supervisor().fault("server-2", null))
                            .fault())
                    .isNull();
            await().until(() -> cluster.node("server-1").fault() == null);

            assertThat(cluster.eventTypes("server-1")).endsWith("fault", "fault_over");
            assertThat(cluster.eventTypes("server-2")).endsWith("fault", "fault_over");
            assertThat(cluster.directory().faults().told("server-2")).isEmpty();
        }
    }

    @Test
    void an_adopted_server_still_has_its_fault() throws IOException {
        try (TestCluster cluster = new TestCluster(home, "serve", "sample")) {
            Fault slow = fault(Duration.ofMinutes(5));
            Child orphan = cluster.orphan("server-1");
            cluster.directory().faults().tell("server-1", slow);

            cluster.launch(Map.of("server-1", orphan));

            assertThat(cluster.node("server-1").fault()).isEqualTo(slow);
        }
    }

    @Test
    void only_a_sample_server_that_is_ready_takes_one() throws IOException {
        try (TestCluster cluster = new TestCluster(home, "serve", "sample", "serve")) {
            cluster.launch();
            cluster.done(cluster.supervisor().kill("server-1", false));

            assertThat(answer(cluster.supervisor().fault("server-1", fault(Duration.ofMinutes(5)))))
                    .isEqualTo(new Answer.Refused("server-1 is not ready", "first: lbctl start server-1"));
            assertThat(answer(cluster.supervisor().fault("server-2", fault(Duration.ofMinutes(5)))))
                    .isInstanceOf(Answer.Refused.class);
        }
    }

    private static Fault fault(Duration lasts) {
        return new Fault(300, 0.5, false, System.currentTimeMillis() + lasts.toMillis());
    }
}
