package dev.lbctl.balancer.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The cookie {@code s} in fields of all kinds: its values, with a comma between them, and what is left without it. */
class CookiesTest {

    @ParameterizedTest(name = "[{0}]")
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = true,
            quoteCharacter = '`',
            nullValues = "-",
            value = {
                "s=1                     | 1       | -",
                "s=1; a=2                | 1       | a=2",
                "a=2; s=1                | 1       | a=2",
                "a=2; s=1; b=3           | 1       | a=2; b=3",
                "a=2;s=1;b=3             | 1       | a=2;b=3",
                "a=2;  b=3 ;s=1          | 1       | a=2;  b=3",
                "a=2; s=1;               | 1       | a=2",
                "; ; s=1; a=2            | 1       | a=2",
                "s=1; s=2                | 1,2     | -",
                "s=1; a=; s=2; b         | 1,2     | a=; b",
                "s=\"1\"; a=\"2\"        | 1       | a=\"2\"",
                "s=\"; a=2               | \"      | a=2",
                "s = 1 ; a=2             | 1       | a=2",
                "s=; a=2                 | ``      | a=2",
                "s=1=2                   | 1=2     | -",
                "s                       | -       | s",
                "S=1; ss=2; xs=3; s2=4   | -       | S=1; ss=2; xs=3; s2=4",
                "a=s=1                   | -       | a=s=1",
                "a=\"x; s=1; y\"; b=2    | 1       | a=\"x; y\"; b=2",
                ";;;                     | -       | ;;;",
                "=; ==; a=2              | -       | =; ==; a=2",
                "a=\u00e9\u0080; s=1; b=\u00ff | 1 | a=\u00e9\u0080; b=\u00ff",
            })
    void every_pair_has_one_meaning(String field, @Nullable String values, @Nullable String left) {
        assertThat(String.join(",", Cookies.values(field, "s"))).isEqualTo(Objects.requireNonNullElse(values, ""));
        assertThat(Cookies.without(field, "s")).isEqualTo(left);
    }

    @Test
    void an_empty_field_has_none_and_is_left_as_it_is() {
        assertThat(Cookies.values("", "s")).isEmpty();
        assertThat(Cookies.without("", "s")).isEmpty();
    }

    @Test
    void cookies_of_several_fields_follow_each_other() {
        Fields fields = Fields.of("Cookie", "s=1; a=2", "X-Cookie", "s=9", "cookie", "b=3", "COOKIE", "s=4");

        assertThat(Cookies.values(fields, "s")).containsExactly("1", "4");
        assertThat(Cookies.values(Fields.of("Host", "a"), "s")).isEmpty();
    }

    @Test
    void of_very_many_the_first_eight_are_read_and_all_of_them_go() {
        String many = "s=1; ".repeat(5_000) + "a=2";

        assertThat(Cookies.values(many, "s")).isEqualTo(List.of("1", "1", "1", "1", "1", "1", "1", "1"));
        assertThat(Cookies.without(many, "s")).isEqualTo("a=2");
        assertThat(Cookies.values("s=" + "x".repeat(30_000), "s"))
                .singleElement()
                .asString()
                .hasSize(30_000);
    }
}
