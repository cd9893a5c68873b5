package dev.lbctl.balancer.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.balancer.decision.Decision;
import dev.lbctl.balancer.ledger.Ledger;
import dev.lbctl.balancer.pool.Backend;
import dev.lbctl.balancer.pool.Pool;
import dev.lbctl.config.AlgorithmKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MetricsTest {
    private Instant now = Records.START;
    private final Metrics metrics = new Metrics(() -> now);
    private final Pool pool = new Pool("web", List.of(new Backend("one", "127.0.0.1", 9001)), event -> {});

    @Test
    void every_begin_is_under_way_until_its_end_and_has_a_number_of_its_own() {
        long first = metrics.begin();
        long second = metrics.begin();
        assertThat(second).isEqualTo(first + 1);
        assertThat(metrics.inFlight()).isEqualTo(2);
        metrics.end(Records.of(first, 200));
        assertThat(metrics.inFlight()).isEqualTo(1);
        assertThat(metrics.total()).isEqualTo(1);
    }

    @Test
    void failures_and_retries_are_counted() {
        metrics.end(Records.of(1, 200));
        metrics.end(Records.of(2, 503));
        metrics.end(Records.retried(3, 3));
        assertThat(metrics.failed()).isEqualTo(1);
        assertThat(metrics.retries()).isEqualTo(2);
    }

    @Test
    void an_answer_is_written_down_in_the_ledger_of_who_was_tried_last() {
        metrics.end(byOne(1, 404));
        assertThat(ledger().requests(4)).isEqualTo(1);
        assertThat(ledger().latencies().sumMs()).isEqualTo(10);
    }

    private Ledger ledger() {
        return pool.snapshot().member("one").orElseThrow().load().ledger();
    }

    private RequestRecord byOne(long number, int status) {
        Decision decision = new Decision(null, "/", AlgorithmKind.ROUND_ROBIN, pool.snapshot(), null, 1, List.of());
        return Records.served(number, status, Records.START, new Served("web", "one", 1, decision));
    }

    @Test
    void the_rate_is_that_of_the_last_ten_seconds() {
        for (int second = 0; second < 30; second++) {
            for (int i = 0; i < (second < 15 ? 100 : 50); i++) {
                metrics.end(Records.at(1, 200, Records.START.plusSeconds(second)));
            }
        }
        now = Records.START.plusSeconds(30);
        assertThat(metrics.requestsPerSecond()).isEqualTo(50);
        now = Records.START.plusSeconds(60);
        assertThat(metrics.requestsPerSecond()).isZero();
    }

    @Test
    void soon_after_the_start_the_rate_is_that_since_the_start() {
        for (int i = 0; i < 30; i++) {
            metrics.end(Records.at(i, 200, Records.START.plusMillis(i * 50L)));
        }
        now = Records.START.plusMillis(1_500);
        assertThat(metrics.requestsPerSecond()).isEqualTo(20);
    }

    @Test
    void a_reset_forgets_what_has_ended_and_nothing_else() {
        metrics.begin();
        long number = metrics.begin();
        metrics.end(Records.of(number, 500));
        metrics.reset();
        assertThat(metrics.total()).isZero();
        assertThat(metrics.failed()).isZero();
        assertThat(metrics.requestsPerSecond()).isZero();
        assertThat(metrics.ring().latest(10)).isEmpty();
        assertThat(metrics.inFlight()).isEqualTo(1);
        assertThat(metrics.begin()).isEqualTo(number + 1);
        assertThat(metrics.started()).isEqualTo(Records.START);
    }

    @Test
    void nothing_is_lost_when_many_threads_count() throws Exception {
        int threads = 4;
        int each = 20_000;
        CountDownLatch go = new CountDownLatch(1);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        for (int t = 0; t < threads; t++) {
            pool.execute(() -> {
                await(go);
                for (int i = 0; i < each; i++) {
                    metrics.end(byOne(metrics.begin(), 200));
                }
            });
        }
        go.countDown();
        pool.shutdown();
        assertThat(pool.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        now = Records.START.plus(Duration.ofSeconds(1));
        long all = (long) threads * each;
        assertThat(metrics.total()).isEqualTo(all);
        assertThat(metrics.requestsPerSecond()).isEqualTo((double) all);
        assertThat(ledger().requests(2)).isEqualTo(all);
        assertThat(metrics.ring().latest(2_000)).hasSize(1_000);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
