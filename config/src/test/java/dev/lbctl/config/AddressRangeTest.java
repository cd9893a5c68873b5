package dev.lbctl.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.255.255.255, true",
        "10.0.0.0/8, 11.0.0.0, false",
        "192.168.128.0/17, 192.168.255.1, true",
        "192.168.128.0/17, 192.168.127.1, false",
        "192.168.1.7, 192.168.1.7, true",
        "192.168.1.7, 192.168.1.6, false",
        "10.0.0.4/31, 10.0.0.5, true",
        "10.0.0.4/31, 10.0.0.6, false",
        "0.0.0.0/0, 203.0.113.9, true",
        "0.0.0.0/0, ::1, false",
        "::/0, ::1, true",
        "::/0, 127.0.0.1, false",
        "::1, ::1, true",
        "::1, ::2, false",
        "fd00::/8, fdff::1, true",
        "fd00::/8, fe00::1, false",
        "2001:db8::/33, 2001:db8:7fff::1, true",
        "2001:db8::/33, 2001:db8:8000::1, false"
    })
    void a_range_contains_what_begins_with_its_bits(String range, String address, boolean contained)
            throws UnknownHostException {
        assertThat(AddressRange.parse(range).orElseThrow().contains(InetAddress.getByName(address)))
                .isEqualTo(contained);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "proxy.lan",
                "10",
                "10.1",
                "127.1",
                "010.0.0.1",
                "256.0.0.1",
                "1.2.3.4.5",
                "10.0.0.0/33",
                "10.0.0.0/",
                "10.0.0.0/08",
                "10.0.0.0/-1",
                "/8",
                "::1/129",
                "1::2::3",
                "fe80::1%lo",
                "[::1]",
                "10.0.0.1/8",
                "fd00::1/8",
                "0.0.0.1/0",
                "10.0.0.0/8/8",
                " ::1"
            })
    void what_is_no_literal_or_has_bits_after_the_prefix_is_no_range(String text) {
        assertThat(AddressRange.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/8", "192.168.1.7", "::1", "fd00::/8", "0.0.0.0/0", "::ffff:10.0.0.1"})
    void a_range_is_read_back_from_its_text(String text) {
        AddressRange range = AddressRange.parse(text).orElseThrow();
        assertThat(AddressRange.parse(range.toString())).contains(range);
    }

    @Test
    void the_range_around_an_address_drops_the_bits_after_the_prefix() {
        assertThat(AddressRange.around("10.1.2.3/8")).hasToString("Optional[10.0.0.0/8]");
        assertThat(AddressRange.around("192.168.1.7/25")).hasToString("Optional[192.168.1.0/25]");
    }
}
