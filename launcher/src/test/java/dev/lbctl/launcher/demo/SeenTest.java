package dev.lbctl.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SeenTest {
    private static final Seen BEFORE = new Seen(100, 0, 1, Map.of("server-1", 60L, "server-2", 40L));

    @Test
    void what_was_seen_between_two_moments_is_the_difference_server_by_server() {
        Seen after = new Seen(300, 2, 4, Map.of("server-1", 60L, "server-2", 190L, "server-3", 50L));

        Seen between = after.since(BEFORE);

        assertThat(between.counts()).isEqualTo("200 requests answered, 2 failed, 3 retried");
        assertThat(between.shares()).isEqualTo("server-1 0 %, server-2 75 %, server-3 25 %");
    }

    @Test
    void nothing_seen_is_no_share_for_anybody() {
        assertThat(BEFORE.since(BEFORE).shares()).isEqualTo("server-1 0 %, server-2 0 %");
    }
}
