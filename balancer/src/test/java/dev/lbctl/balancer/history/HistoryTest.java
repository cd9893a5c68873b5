package dev.lbctl.balancer.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.balancer.metrics.Metrics;
import dev.lbctl.balancer.metrics.Phases;
import dev.lbctl.balancer.metrics.Records;
import dev.lbctl.balancer.metrics.RequestRecord;
import dev.lbctl.balancer.metrics.Served;
import dev.lbctl.balancer.pool.Backend;
import dev.lbctl.balancer.pool.Load;
import dev.lbctl.balancer.pool.Pool;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private Instant now = Records.START;
    private final Metrics metrics = new Metrics(() -> now);
    private final Pool pool = new Pool(
            "web", List.of(new Backend("one", "127.0.0.1", 9001), new Backend("two", "127.0.0.1", 9002)), event -> {});
    private final History history = new History(() -> List.of(pool), metrics, () -> now);

    @Test
    void a_sample_tells_what_ended_since_the_one_before() {
        end(10, 200);
        end(30, 502);
        Sample first = sampled();
        assertThat(first.requests()).isEqualTo(2);
        assertThat(first.failed()).isEqualTo(1);
        assertThat(first.seconds()).isEqualTo(2);
        assertThat(first.latency()).isEqualTo(new Sample.Latency(10, 30, 30));
        end(50, 200);
        assertThat(sampled().latency().p50()).isEqualTo(50);
        assertThat(sampled().latency().p50()).as("nothing ended").isZero();
    }

    @Test
    void members_that_had_nothing_to_do_are_left_out() {
        Load two = pool.snapshot().member("two").orElseThrow().load();
        two.begin();
        two.begin();
        two.end(true);
        assertThat(sampled().members()).containsExactly(new Sample.OfMember("web", "two", 1, 1, 1));
        two.end(false);
        assertThat(sampled().members()).containsExactly(new Sample.OfMember("web", "two", 1, 0, 0));
        assertThat(sampled().members()).isEmpty();
    }

    @Test
    void counters_that_were_reset_begin_anew() {
        end(10, 200);
        end(10, 200);
        sampled();
        metrics.reset();
        end(10, 200);
        assertThat(sampled().requests()).isEqualTo(1);
    }

    @Test
    void a_quarter_of_an_hour_is_kept_and_read_from_any_moment_on() {
        for (int i = 0; i < 500; i++) {
            sampled();
        }
        List<Sample> all = history.after(Instant.EPOCH);
        assertThat(all).hasSize(450);
        assertThat(all.get(0).time()).isEqualTo(now.minusSeconds(449 * 2));
        assertThat(history.after(now.minusSeconds(4))).hasSize(2);
        assertThat(history.after(now)).isEmpty();
    }

    @Test
    void a_clock_that_was_set_back_is_waited_for() {
        sampled();
        now = now.minusSeconds(60);
        history.sample();
        assertThat(history.after(Instant.EPOCH)).hasSize(1);
    }

    private Sample sampled() {
        now = now.plus(History.STEP);
        history.sample();
        List<Sample> kept = history.after(now.minus(History.STEP));
        return kept.get(kept.size() - 1);
    }

    private void end(long millis, int status) {
        RequestRecord plain = Records.served(metrics.begin(), status, now, Served.NOBODY);
        Phases phases = new Phases(Phases.NONE, Phases.NONE, Phases.NONE, millis * 1_000_000);
        metrics.end(new RequestRecord(
                plain.number(), plain.id(), plain.time(), plain.asked(), plain.answered(), plain.served(), phases));
    }
}
