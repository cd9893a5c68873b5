package dev.lbctl.balancer.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.config.HashBy;
import dev.lbctl.config.HashConfig;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HashKeyTest {

    private static HashKey key(HashBy by, @Nullable String name) {
        return HashKey.of(new HashConfig(by, name));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "session=abc, abc",
                "a=1; session=abc; b=2, abc",
                "a=session; xsession=1; session=abc, abc",
                "session=, ''",
                "session, -",
                "a=1, -"
            })
    void a_cookie_is_found_among_others(String cookies, String value) {
        long expected = value == null ? Hash.of("127.0.0.1") : Hash.of(value);

        assertThat(key(HashBy.COOKIE, "session").of(Asking.with("cookie", cookies)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"/?user=7, 7", "/a?x=user&user=7&user=8, 7", "/user=7, -", "/?xuser=7, -", "/?user, -", "/, -"})
    void a_parameter_of_the_query_is_found_among_others(String target, String value) {
        long expected = value == null ? Hash.of("127.0.0.1") : Hash.of(value);

        assertThat(key(HashBy.QUERY, "user").of(Asking.of(target))).isEqualTo(expected);
    }

    @Test
    void a_path_is_the_same_with_any_query_and_a_field_is_taken_whole() {
        assertThat(key(HashBy.PATH, null).of(Asking.of("/a/b?c=d"))).isEqualTo(Hash.of("/a/b"));
        assertThat(key(HashBy.HEADER, "X-User").of(Asking.with("x-user", "ada, bob")))
                .isEqualTo(Hash.of("ada, bob"));
        assertThat(key(HashBy.HEADER, "X-User").of(Asking.ANEW)).isEqualTo(Hash.of("127.0.0.1"));
    }
}
