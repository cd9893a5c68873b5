package dev.lbctl.config.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;

class MappingTest {
    private final Problems problems = new Problems("a.yaml");

    private Mapping read(String text) {
        return Mapping.of("", new Yaml().compose(new StringReader(text)), problems);
    }

    @Test
    void a_key_is_called_by_its_way_from_the_top() {
        Mapping health =
                read("pools: { web: { path: / } }").under("pools", problems).under("web", problems);

        assertThat(health.full("path")).isEqualTo("pools.web.path");
        assertThat(health.text("path")).contains("/");
        assertThat(problems.none()).isTrue();
    }

    @Test
    void what_is_wrong_is_told_at_the_value_or_where_its_mapping_begins() {
        Mapping retry = read("listener: {}\nretry:\n  limit: 1\n").under("retry", problems);

        assertThat(line(retry, "limit")).isEqualTo(3);
        assertThat(line(retry, "budget")).isEqualTo(2);
    }

    private static int line(Mapping mapping, String key) {
        Mark mark = Objects.requireNonNull(mapping.place(key));
        return mark.getLine() + 1;
    }

    @Test
    void a_mapping_that_is_not_written_has_no_keys_and_begins_nowhere() {
        Mapping absent = read("listener: {}").under("retry", problems);

        assertThat(absent.entries()).isEmpty();
        assertThat(absent.place("limit")).isNull();
        assertThat(absent.text("limit")).isEmpty();
        assertThat(problems.none()).isTrue();
    }

    @Test
    void a_list_without_items_has_none_and_a_word_is_no_list() {
        Mapping lists = read("routes: [a, b]\nnone:\nword: a\n");

        assertThat(lists.items("routes").orElseThrow()).hasSize(2);
        assertThat(lists.items("none")).contains(List.of());
        assertThat(lists.items("absent")).contains(List.of());
        assertThat(lists.items("word")).isEmpty();
        assertThat(lists.text("routes")).isEmpty();
    }

    @Test
    void a_fallback_in_its_place_has_its_own_keys_under_the_name_of_the_other() {
        Mapping pools = read("web: {}\ndefault: { path: / }");

        Mapping inherited = pools.under("default", problems).inPlaceOf(pools.under("web", problems));

        assertThat(inherited.full("path")).isEqualTo("web.path");
        assertThat(inherited.text("path")).contains("/");
        assertThat(inherited.own()).isFalse();
    }
}
