package dev.lbctl.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExitTest {

    @ParameterizedTest
    @ValueSource(ints = {129, 130, 137, 143})
    void who_hangs_up_interrupts_kills_or_terminates_a_process_has_it_end_by_order(int code) {
        assertThat(new Exit(code).isByOrder()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 9, 134, 139})
    void a_process_that_exits_aborts_or_breaks_ends_by_itself(int code) {
        assertThat(new Exit(code).isByOrder()).isFalse();
    }

    @Test
    void of_one_that_was_no_child_nobody_knows() {
        assertThat(new Exit(null).isByOrder()).isFalse();
    }
}
