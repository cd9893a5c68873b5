package dev.lbctl.balancer.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RequestRingTest {
    private final RequestRing ring = new RequestRing(5);

    @Test
    void the_newest_come_first() {
        add(1, 3);
        assertThat(numbers(ring.latest(10))).containsExactly(3L, 2L, 1L);
        assertThat(numbers(ring.latest(2))).containsExactly(3L, 2L);
    }

    @Test
    void only_the_last_are_kept() {
        add(1, 12);
        assertThat(numbers(ring.latest(10))).containsExactly(12L, 11L, 10L, 9L, 8L);
    }

    @Test
    void a_reader_goes_on_where_it_stopped() {
        add(1, 2);
        RequestRing.Stretch first = ring.since(0, 10);
        add(3, 4);
        RequestRing.Stretch second = ring.since(first.next(), 10);
        assertThat(numbers(first.requests())).containsExactly(1L, 2L);
        assertThat(numbers(second.requests())).containsExactly(3L, 4L);
        assertThat(ring.since(second.next(), 10).requests()).isEmpty();
    }

    @Test
    void a_reader_that_fell_behind_gets_the_last_of_it() {
        long position = ring.end();
        add(1, 12);
        assertThat(numbers(ring.since(position, 3).requests())).containsExactly(10L, 11L, 12L);
        assertThat(numbers(ring.since(position, 9).requests())).containsExactly(8L, 9L, 10L, 11L, 12L);
    }

    @Test
    void a_reset_empties_it_for_every_reader() {
        add(1, 3);
        ring.reset();
        add(4, 4);
        assertThat(numbers(ring.latest(10))).containsExactly(4L);
        assertThat(numbers(ring.since(0, 10).requests())).containsExactly(4L);
    }

    private void add(long from, long to) {
        LongStream.rangeClosed(from, to).forEach(number -> ring.add(Records.of(number, 200)));
    }

    private static List<Long> numbers(List<RequestRecord> requests) {
        return requests.stream().map(RequestRecord::number).toList();
    }
}
