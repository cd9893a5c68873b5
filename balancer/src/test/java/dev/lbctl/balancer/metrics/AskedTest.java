package dev.lbctl.balancer.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AskedTest {

    @Test
    void long_fields_are_cut_since_records_are_kept() {
        String words = "x".repeat(30_000);
        Asked asked = new Asked("127.0.0.1", "GET", "/", "HTTP/1.1", words, words, words);
        assertThat(asked.host()).hasSize(1_024);
        assertThat(asked.referer()).hasSize(1_024);
        assertThat(asked.userAgent()).hasSize(1_024);
    }
}
