package dev.lbctl.balancer.header;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnIdTest {

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, Long.MIN_VALUE, 0x0123_4567_89ab_cdefL})
    void it_reads_digit_by_digit_as_it_does_as_a_whole(long number) {
        OwnId id = new OwnId(number);

        assertThat(new StringBuilder(id)).hasToString(id.toString()).hasSize(16);
        assertThat(Long.parseUnsignedLong(id.toString(), 16)).isEqualTo(number);
        assertThat(id.subSequence(2, 5)).hasToString(id.toString().substring(2, 5));
    }
}
