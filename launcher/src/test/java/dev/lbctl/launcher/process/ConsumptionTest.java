package dev.lbctl.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConsumptionTest {

    @Test
    void this_process_uses_memory_and_files_and_has_used_its_time() {
        assertThat(Consumption.of(ProcessHandle.current().pid())).hasValueSatisfying(taken -> {
            assertThat(taken.residentBytes()).isGreaterThan(1 << 20);
            assertThat(taken.openFiles()).isGreaterThan(2);
            assertThat(taken.cpuSeconds()).isPositive();
        });
    }

    @Test
    void a_process_that_is_not_there_uses_nothing() {
        assertThat(Consumption.of(Integer.MAX_VALUE)).isEmpty();
    }
}
