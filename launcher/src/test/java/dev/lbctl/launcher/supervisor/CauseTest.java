package dev.lbctl.launcher.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.config.Address;
import dev.lbctl.launcher.node.NodeRole;
import dev.lbctl.launcher.node.NodeSpec;
import dev.lbctl.launcher.process.Child;
import dev.lbctl.launcher.process.Identity;
import dev.lbctl.launcher.process.Program;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CauseTest {
    private static final Duration TIME = Duration.ofSeconds(5);

    private final Child child = Child.adopt(Identity.current()).orElseThrow();

    @Test
    void who_waits_for_a_sample_server_gets_no_advice_for_programs_of_their_own() {
        assertThat(Cause.ofSilence(spec("java", NodeSpec.FAULT_FILE, "f"), child, TIME))
                .isEqualTo("did not answer http://127.0.0.1:1/health within 5s");
        assertThat(Cause.ofSilence(spec("python3", "app.py"), child, TIME))
                .contains("did not listen on port 1 within 5s", "have it listen on $PORT");
    }

    private static NodeSpec spec(String... command) {
        return new NodeSpec(
                "server-1",
                NodeRole.SERVER,
                "default",
                new Program(List.of(command), null, Map.of(), Path.of("log")),
                new Address("127.0.0.1", 1),
                new NodeSpec.Health(null, "/health", TIME),
                NodeSpec.Care.USUAL);
    }
}
