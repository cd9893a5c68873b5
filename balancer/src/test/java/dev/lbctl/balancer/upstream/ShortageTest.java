package dev.lbctl.balancer.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ShortageTest {
    private static final long START = Long.MAX_VALUE - 1;

    @Test
    void is_told_at_once_and_then_no_more_than_once_in_five_seconds_with_how_often_it_was_met() {
        List<String> log = new ArrayList<>();
        Shortage shortage = new Shortage(log::add, START);
        for (int i = 0; i < 10; i++) {
            shortage.met("Too many open files", START + i);
        }
        assertThat(log).hasSize(1);
        assertThat(log.get(0)).contains("Too many open files", "(1 times");

        shortage.met("Cannot assign requested address", START + TimeUnit.SECONDS.toNanos(5));
        assertThat(log).hasSize(2);
        assertThat(log.get(1)).contains("Cannot assign requested address", "(10 times");
    }
}
