package dev.lbctl.launcher.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NodeStateTest {

    @ParameterizedTest
    @CsvSource({
        "STOPPED,starting stopped",
        "STARTING,failed crashed ready stopped stopping",
        "READY,crashed stopped stopping",
        "STOPPING,stopped",
        "CRASHED,starting stopped",
        "FAILED,starting stopped"
    })
    void a_state_leads_to_these_and_no_others(NodeState from, String expected) {
        List<String> reachable = Arrays.stream(NodeState.values())
                .filter(from::canBecome)
                .map(NodeState::key)
                .collect(Collectors.toList());

        assertThat(reachable).containsExactlyInAnyOrder(expected.split(" "));
    }

    @ParameterizedTest
    @CsvSource({"STOPPED,false", "STARTING,true", "READY,true", "STOPPING,true", "CRASHED,false", "FAILED,false"})
    void a_process_is_there_from_start_to_exit(NodeState state, boolean running) {
        assertThat(state.isRunning()).isEqualTo(running);
    }
}
