package dev.lbctl.balancer.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LedgerTest {
    private final Ledger ledger = new Ledger();

    @Test
    void attempts_are_counted_and_those_that_failed() {
        ledger.ended(false);
        ledger.ended(true);
        assertThat(ledger.attempts()).isEqualTo(2);
        assertThat(ledger.failures()).isEqualTo(1);
    }

    @Test
    void answers_are_counted_by_class_of_status() {
        ledger.answered(204, 1);
        ledger.answered(404, 1);
        ledger.answered(0, 1);
        ledger.answered(799, 1);
        assertThat(ledger.requests(2)).isEqualTo(1);
        assertThat(ledger.requests(4)).isEqualTo(1);
        assertThat(ledger.requests(0)).isEqualTo(1);
        assertThat(ledger.requests(5)).isEqualTo(1);
        assertThat(ledger.latencies().count()).isEqualTo(4);
    }

    @Test
    void times_from_a_microsecond_to_an_hour_are_all_counted() {
        for (long nanos = 1_000; nanos < 3_600_000_000_000L; nanos *= 2) {
            ledger.answered(200, nanos);
        }
        assertThat(ledger.latencies().count()).isEqualTo(32);
    }

    @Test
    void retries_are_counted_by_what_caused_them() {
        ledger.retried("refused");
        ledger.retried("timeout");
        ledger.retried("refused");
        assertThat(ledger.retries()).containsEntry("refused", 2L).containsEntry("timeout", 1L);
    }

    @Test
    void a_reset_forgets_everything() {
        ledger.ended(true);
        ledger.answered(503, 5_000_000);
        ledger.retried("closed");
        ledger.reset();
        assertThat(ledger.attempts()).isZero();
        assertThat(ledger.failures()).isZero();
        assertThat(ledger.requests(5)).isZero();
        assertThat(ledger.latencies().count()).isZero();
        assertThat(ledger.latencies().sumMs()).isZero();
        assertThat(ledger.retries()).isEmpty();
    }
}
