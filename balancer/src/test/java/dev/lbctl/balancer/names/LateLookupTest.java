package dev.lbctl.balancer.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LateLookupTest {
    private static final Answer HERE = new Answer.Found(List.of(InetAddress.getLoopbackAddress()));

    private final AtomicInteger made = new AtomicInteger();
    private final LateLookup lookup = new LateLookup(() -> {
        made.incrementAndGet();
        return host -> CompletableFuture.completedFuture(HERE);
    });

    @Test
    void nothing_is_made_before_a_host_is_asked_for() {
        assertThat(made).hasValue(0);
    }

    @Test
    void one_is_made_for_all_hosts() {
        assertThat(lookup.of("a").toCompletableFuture()).isCompletedWithValue(HERE);
        assertThat(lookup.of("b").toCompletableFuture()).isCompletedWithValue(HERE);
        assertThat(made).hasValue(1);
    }
}
