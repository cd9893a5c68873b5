package dev.lbctl.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostPatternTest {

    @ParameterizedTest
    @CsvSource({
        "api.example.org, api.example.org",
        "API.Example.ORG., api.example.org",
        "*.Example.org, *.example.org",
        "*.example.org., *.example.org",
        "localhost, localhost",
        "my_service, my_service",
        "xn--bcher-kva.example, xn--bcher-kva.example",
        "127.0.0.1, 127.0.0.1",
        "[::1], [0:0:0:0:0:0:0:1]",
        "::1, [0:0:0:0:0:0:0:1]",
        "[2001:DB8::A], [2001:db8:0:0:0:0:0:a]",
        "[::ffff:10.0.0.1], [::ffff:10.0.0.1]",
        "[::FFFF:a00:1], [::ffff:10.0.0.1]",
    })
    void each_way_to_write_a_host_has_one_spelling_that_is_read_back_equal(String written, String spelling) {
        HostPattern pattern = HostPattern.parse(written).orElseThrow();

        assertThat(pattern).hasToString(spelling);
        assertThat(HostPattern.parse(spelling)).contains(pattern);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "*.",
                "*.*.org",
                "www.*.org",
                "*example.org",
                ".example.org",
                "a..b",
                "a b",
                "-a",
                "bücher.example",
                "example.org:80",
                "http://example.org",
                "300.0.0.1",
                "*.127.0.0.1",
                "[::1",
                "[::1]:80",
                "[fe80::1%eth0]",
                "::zz",
                ":",
                "[127.0.0.1]",
            })
    void nothing_else_is_a_host(String written) {
        assertThat(HostPattern.parse(written)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {63, 64})
    void a_label_has_63_characters_at_most(int length) {
        assertThat(HostPattern.parse("a".repeat(length) + ".org").isPresent()).isEqualTo(length == 63);
    }
}
