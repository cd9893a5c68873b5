package dev.lbctl.balancer.header;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lbctl.balancer.http.FieldName;
import dev.lbctl.balancer.http.Fields;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderEditsTest {
    private final HeaderEdits edits =
            HeaderEdits.of(Map.of("X-Team", "a"), Map.of("X-Trace", "b"), List.of("Cookie2", "X-Forwarded-Proto"));

    private static String written(HeaderEdits edits) {
        ByteBuf out = Unpooled.buffer();
        edits.writeOwn(out, FieldName.VIA, "1.1 lbctl");
        edits.writeOwn(out, FieldName.X_FORWARDED_PROTO, "http");
        edits.writeLines(out);
        return out.toString(StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @CsvSource({
        "X-Team, true",
        "x-TEAM, true",
        "X_Team, true",
        "X-Teams, false",
        "X-Tea, false",
        "cookie2, true",
        "Cookie, false",
        "x_forwarded_proto, true",
        "X-Trace, false",
    })
    void what_is_set_or_removed_is_left_out_and_what_is_added_to_is_not(String name, boolean leftOut) {
        Fields fields = Fields.of("Host", "h", name, "1");

        assertThat(edits.leavesOut(fields, 1)).isEqualTo(leftOut);
        assertThat(edits.passing(fields).size()).isEqualTo(leftOut ? 1 : 2);
    }

    @Test
    void what_is_set_and_added_ends_the_section_and_fields_of_our_own_may_be_left_out() {
        assertThat(written(edits)).isEqualTo("Via: 1.1 lbctl\r\nX-Team: a\r\nX-Trace: b\r\n");
    }

    @Test
    void lines_keep_the_order_and_the_spelling_they_were_given_in() {
        Map<String, String> set = new LinkedHashMap<>();
        IntStream.range(0, 9).forEach(n -> set.put("x-" + (9 - n), "v" + n));

        assertThat(written(HeaderEdits.of(set, Map.of("empty", ""), List.of("via", "x_forwarded-proto"))))
                .startsWith("x-9: v0\r\nx-8: v1\r\n")
                .endsWith("x-1: v8\r\nempty: \r\n");
    }

    @Test
    void without_edits_nothing_changes() {
        Fields fields = Fields.of("X-Team", "1");

        assertThat(HeaderEdits.NONE.passing(fields)).isSameAs(fields);
        assertThat(written(HeaderEdits.NONE)).isEqualTo("Via: 1.1 lbctl\r\nX-Forwarded-Proto: http\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nX-B: c", "a\nb", "a\rb", "a\0b", "a\r\n\r\nGET / HTTP/1.1"})
    void a_value_that_would_end_its_line_is_never_written(String value) {
        assertThatThrownBy(() -> HeaderEdits.of(Map.of("X-A", value), Map.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
