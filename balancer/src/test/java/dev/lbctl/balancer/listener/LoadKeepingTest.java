package dev.lbctl.balancer.listener;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.balancer.pool.Load;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** What a member's load learns of the requests that are passed on. */
class LoadKeepingTest {
    private static final String GET = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";

    @Test
    void a_request_is_counted_from_its_pick_on_and_timed_at_the_head_of_its_answer() throws IOException {
        try (PlayedBackend one = PlayedBackend.greeting("one");
                TestProxy proxy = new TestProxy(one.backend());
                Wire client = proxy.connect()) {
            Load load = proxy.load(one.backend());
            List<String> told = new CopyOnWriteArrayList<>();
            load.follow(() -> told.add(load.inFlight() + (load.responseTime() == null ? " untimed" : " timed")));
            client.send(GET).readHead();
            client.read("one".length());
            client.send(GET).readHead();

            assertThat(new ArrayList<>(told).subList(0, 4))
                    .containsExactly("1 untimed", "1 timed", "0 timed", "1 timed");
            assertThat(load.responseTime())
                    .isNotNull()
                    .satisfies(time -> assertThat(time.meanNanos()).isPositive());
        }
    }

    @Test
    void an_answer_that_is_none_is_not_timed() throws IOException {
        try (PlayedBackend one = new PlayedBackend("one", wire -> {
                    wire.readHead();
                    wire.send("nonsense\r\n\r\n");
                });
                TestProxy proxy = new TestProxy(one.backend());
                Wire client = proxy.connect()) {
            client.send(GET).readHead();

            assertThat(proxy.load(one.backend()).responseTime()).isNull();
        }
    }
}
