package dev.lbctl.launcher.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.config.StopConfig;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class NodeSpecTest {

    @Test
    void a_node_is_asked_by_sigterm_to_end_and_has_ten_seconds_for_it() {
        assertThat(NodeSpec.Care.USUAL.stop())
                .isEqualTo(new StopConfig(StopConfig.Signal.TERM, Duration.ofSeconds(10)));
    }
}
