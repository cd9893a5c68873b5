package dev.lbctl.launcher.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LookTest {
    private final Look rich = new Look(Colours.TRUE, true);
    private final Look poor = new Look(Colours.NONE, false);

    @ParameterizedTest
    @ValueSource(strings = {"\033", "\n", "\r", "\t", "\b", "\u007f", "\u009b", "\u202e", "\u2028", "\ud800", "\u0000"})
    void what_could_steer_the_terminal_is_replaced(String bad) {
        assertThat(rich.text("/a" + bad + "b", Tone.PLAIN).toString()).isEqualTo("/a?b");
    }

    @Test
    void letters_of_every_language_are_shown_where_the_charset_has_them() {
        assertThat(rich.text("/größe/日本", Tone.PLAIN).toString()).isEqualTo("/größe/日本");
        assertThat(poor.text("/größe", Tone.PLAIN).toString()).isEqualTo("/gr??e");
    }

    @Test
    void a_bar_is_full_at_one_and_never_longer() {
        assertThat(rich.bar(0.5, 4).toString()).isEqualTo("██");
        assertThat(rich.bar(0.2, 6).toString()).isEqualTo("█▎");
        assertThat(rich.bar(7, 4).toString()).isEqualTo("████");
        assertThat(poor.bar(0.5, 4).toString()).isEqualTo("##");
        assertThat(poor.bar(-1, 4).toString()).isEmpty();
    }

    @Test
    void what_is_cut_says_so_and_wide_letters_count_twice() {
        assertThat(rich.cut(rich.text("abcdef", Tone.PLAIN), 4).toString()).isEqualTo("abc…");
        assertThat(rich.cut(rich.text("日本語", Tone.PLAIN), 4).columnLength()).isLessThanOrEqualTo(4);
        assertThat(rich.cut(rich.text("abc", Tone.PLAIN), 0).columnLength()).isZero();
    }

    @Test
    void without_colour_nothing_but_bold_is_written() {
        assertThat(poor.text("down", Tone.BAD).toAnsi()).isEqualTo("down");
        assertThat(rich.text("down", Tone.BAD).toAnsi()).contains("\033[");
    }
}
