package dev.lbctl.balancer.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OctetsTest {
    private static final int LENGTH = 20;

    static Stream<Byte> octets() {
        return IntStream.range(0, 256).mapToObj(octet -> (byte) octet);
    }

    @ParameterizedTest
    @MethodSource("octets")
    void text_ends_at_the_first_octet_that_is_none_wherever_that_stands(byte octet) {
        for (byte other : new byte[] {'a', ' ', '~', (byte) 0x80, (byte) 0xff}) {
            for (int place = 0; place < LENGTH; place++) {
                byte[] bytes = new byte[LENGTH];
                Arrays.fill(bytes, other);
                bytes[place] = octet;
                for (int from = 0; from <= LENGTH; from++) {
                    assertThat(Octets.endOfText(bytes, from, LENGTH))
                            .isEqualTo(Octets.endOf(Octets.TEXT, bytes, from, LENGTH));
                }
            }
        }
    }

    @Test
    void text_is_not_looked_for_behind_the_end_that_is_given() {
        byte[] bytes = new byte[LENGTH];
        Arrays.fill(bytes, 0, 9, (byte) 'a');

        assertThat(Octets.endOfText(bytes, 0, 9)).isEqualTo(9);
        assertThat(Octets.endOfText(bytes, 0, LENGTH)).isEqualTo(9);
    }
}
