package dev.lbctl.balancer.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {
    private final Fields fields =
            Fields.of("Host", "h", "X-Own", "1", "via", "1.0 a , ,1.1 b", "x-own", "2", "VIA", "", "Via", "1.1 c");

    @Test
    void known_names_are_recognised_and_others_are_not() {
        assertThat(fields.size()).isEqualTo(6);
        assertThat(fields.known(0)).isEqualTo(FieldName.HOST);
        assertThat(fields.known(1)).isNull();
        assertThat(fields.known(2)).isEqualTo(FieldName.VIA);
        assertThat(fields.name(2)).isEqualTo("via");
    }

    @Test
    void fields_are_found_by_name_in_any_case() {
        assertThat(fields.contains(FieldName.VIA)).isTrue();
        assertThat(fields.contains(FieldName.TE)).isFalse();
        assertThat(fields.count(FieldName.VIA)).isEqualTo(3);
        assertThat(fields.count(FieldName.TE)).isZero();
        assertThat(fields.first(FieldName.VIA)).isEqualTo("1.0 a , ,1.1 b");
        assertThat(fields.first(FieldName.TE)).isNull();
        assertThat(fields.first("X-OWN")).isEqualTo("1");
        assertThat(fields.first("host")).isEqualTo("h");
        assertThat(fields.first("X-Ow")).isNull();
        assertThat(fields.isNamed(3, CharBuffer.wrap("X-oWN"))).isTrue();
        assertThat(fields.isNamed(3, "x-öwn")).isFalse();
        assertThat(fields.isNamed(3, "x-\u016fwn")).isFalse();
    }

    @Test
    void a_name_is_alike_in_any_case_and_with_either_of_underscore_and_hyphen() {
        Fields spelled = Fields.of("x_Own", "1", "X-Own", "2", "XOwn", "3", "x-ow", "4");

        for (String name : List.of("X-Own", "x_own", "X-OWN")) {
            assertThat(IntStream.range(0, spelled.size()).filter(i -> spelled.isNamedAlike(i, name)))
                    .containsExactly(0, 1);
        }
        assertThat(spelled.isNamed(0, "x-own")).isFalse();
    }

    @Test
    void fields_that_are_left_out_are_not_there_and_the_others_are_as_they_were() {
        Fields left = fields.without(i -> fields.known(i) == FieldName.VIA);

        assertThat(IntStream.range(0, left.size()).mapToObj(i -> left.name(i) + ": " + left.value(i)))
                .containsExactly("Host: h", "X-Own: 1", "x-own: 2");
        assertThat(left.contains(FieldName.VIA)).isFalse();
        assertThat(left.first(FieldName.HOST)).isEqualTo("h");
        assertThat(fields.count(FieldName.VIA)).isEqualTo(3);
        assertThat(fields.without(i -> false)).isSameAs(fields);
        assertThat(fields.without(i -> true).size()).isZero();
    }

    @Test
    void elements_of_all_lists_under_a_name_come_in_order_without_empty_ones() {
        List<String> elements = new ArrayList<>();
        fields.forEachElement(FieldName.VIA, elements::add);

        assertThat(elements).containsExactly("1.0 a", "1.1 b", "1.1 c");
        assertThat(fields.lists(FieldName.VIA, "1.1 C")).isTrue();
        assertThat(fields.lists(FieldName.VIA, "1.1")).isFalse();
        assertThat(fields.lists(FieldName.VIA, "")).isFalse();
        assertThat(fields.lists(FieldName.TE, "trailers")).isFalse();
    }

    @Test
    void a_section_may_be_empty() {
        assertThat(Fields.of().size()).isZero();
        assertThat(Fields.NONE.contains(FieldName.HOST)).isFalse();
        assertThat(Fields.NONE.first("host")).isNull();
    }

    @Test
    void more_fields_than_there_was_room_for_are_kept_as_well() {
        String[] many = new String[200];
        for (int i = 0; i < 200; i += 2) {
            many[i] = "N-" + i;
            many[i + 1] = "v" + i;
        }

        assertThat(Fields.of(many).size()).isEqualTo(100);
        assertThat(Fields.of(many).first("n-198")).isEqualTo("v198");
    }

    @ParameterizedTest
    @CsvSource({"A␍␊B, c", "A, b⏎C: d", "A, b␀", "A, b⏎⏎", "'', b", "A B, c", "A, ␊"})
    void a_section_of_our_own_cannot_have_what_a_peer_may_not_send(String name, String value) {
        assertThatThrownBy(() -> Fields.of(Notation.octets(name), Notation.octets(value)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource(FieldName.class)
    void every_known_name_is_found_in_any_case_and_nothing_like_it(FieldName name) {
        for (String text : List.of(
                name.text(), name.text().toLowerCase(Locale.ROOT), name.text().toUpperCase(Locale.ROOT))) {
            byte[] bytes = ("<" + text + ">").getBytes(ISO_8859_1);
            assertThat(FieldName.of(bytes, 1, bytes.length - 1)).isEqualTo(name);
            assertThat(FieldName.of(bytes, 0, bytes.length - 1)).isNull();
            assertThat(FieldName.of(bytes, 1, bytes.length)).isNull();
            assertThat(FieldName.of(bytes, 2, bytes.length - 1)).isNotEqualTo(name);
        }
        assertThat(name.text().replace('-', '_')).isEqualToIgnoringCase(name.name());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Hxst", "HoSt-", "Cookies", "Content-Lengt", "Transfer_Encoding", "A", "X-Forwarded"})
    void a_name_that_nobody_has_an_opinion_on_is_not_known(String name) {
        assertThat(Fields.of(name, "b").known(0)).isNull();
    }
}
