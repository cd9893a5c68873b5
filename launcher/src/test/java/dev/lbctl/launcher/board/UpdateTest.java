package dev.lbctl.launcher.board;

import static dev.lbctl.launcher.board.Sample.learn;
import static dev.lbctl.launcher.board.Sample.press;
import static dev.lbctl.launcher.board.Sample.pressed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.launcher.board.Focus.Pane;
import dev.lbctl.launcher.facts.Facts;
import dev.lbctl.launcher.facts.News;
import dev.lbctl.launcher.facts.Row;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpdateTest {
    private final Model model = Sample.model(80, 24);

    @ParameterizedTest
    @CsvSource({
        "DOWN DOWN, server-2",
        "DOWN UP UP, balancer",
        "LAST DOWN, server-5",
        "LAST UP, server-4",
        "LAST FIRST, balancer",
        "PAGE_DOWN, server-5",
        "LAST PAGE_UP, balancer"
    })
    void the_selection_moves_and_stops_at_both_ends(String keys, String selected) {
        assertThat(selected(press(model, keys(keys)))).isEqualTo(selected);
    }

    @Test
    void the_selection_stays_on_its_row_when_others_go_or_change_places() {
        Model chosen = press(model, Key.LAST);
        assertThat(selected(press(chosen, Key.SORT))).isEqualTo("server-5");
        assertThat(selected(press(chosen, Key.SORT, Key.REVERSE))).isEqualTo("server-5");
        assertThat(chosen.with(Facts.NONE).selected()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "SORT, balancer server-3 server-4 server-1 server-2 server-5",
        "SORT SORT, balancer server-1 server-2 server-3 server-4 server-5",
        "SORT SORT REVERSE, balancer server-3 server-4 server-5 server-2 server-1",
        "SORT SORT SORT SORT, balancer server-3 server-1 server-2 server-4 server-5"
    })
    void members_are_sorted_by_health_rate_active_failed_and_the_other_way_round(String keys, String names) {
        assertThat(press(model, keys(keys)).rows()).extracting(Row::name).containsExactly(names.split(" ", -1));
    }

    @ParameterizedTest
    @CsvSource({"SER, 5", "server-3, 1", "drain, 1", "down, 1", ":9004, 1", "Default, 5", "nobody, 0"})
    void a_filter_keeps_the_rows_that_have_its_text_anywhere(String text, int rows) {
        assertThat(typed(press(model, Key.FILTER), text).rows()).hasSize(rows);
    }

    @Test
    void a_filter_is_kept_with_enter_given_up_with_escape_and_cleared_with_one_more() {
        Model typed = typed(press(model, Key.FILTER), "q-x");
        assertThat(typed.focus().filter()).isEqualTo("q-x");
        assertThat(press(typed, Key.BACKSPACE).focus().filter()).isEqualTo("q-");
        assertThat(press(typed, Key.ESCAPE).focus().filter()).isEmpty();
        Model kept = press(typed, Key.ENTER);
        assertThat(kept.mode()).isEqualTo(new Mode.Browse());
        assertThat(kept.focus().filter()).isEqualTo("q-x");
        assertThat(press(kept, Key.ESCAPE).focus().filter()).isEmpty();
    }

    @Test
    void control_c_quits_even_while_a_filter_is_typed() {
        Step step = Update.apply(press(model, Key.FILTER), new Input.Pressed(Key.QUIT, "\003"));
        assertThat(step.command()).isEqualTo(new Command.Quit());
    }

    @Test
    void control_c_quits_and_control_l_redraws_while_something_is_asked_or_shown() {
        Input controlC = new Input.Pressed(Key.QUIT, "\003");
        for (Key mode : List.of(Key.DOWN, Key.HELP, Key.KILL, Key.ALGORITHM)) {
            Model in = press(model, mode);
            assertThat(Update.apply(in, controlC).command()).isEqualTo(new Command.Quit());
            assertThat(pressed(in, Key.REDRAW).command()).isEqualTo(new Command.Redraw());
        }
    }

    @Test
    void q_leaves_what_lies_over_the_board_and_then_the_board() {
        for (Key mode : List.of(Key.HELP, Key.KILL, Key.ALGORITHM)) {
            Step left = pressed(press(model, mode), Key.QUIT);
            assertThat(left.command()).isEqualTo(new Command.None());
            assertThat(pressed(left.model(), Key.QUIT).command()).isEqualTo(new Command.Quit());
        }
    }

    @Test
    void the_log_and_the_events_take_the_room_and_give_it_back() {
        assertThat(press(model, Key.LOG).focus().pane()).isEqualTo(Pane.LOG);
        assertThat(press(model, Key.LOG, Key.LOG).focus().pane()).isEqualTo(Pane.OVERVIEW);
        assertThat(press(model, Key.EVENTS, Key.ESCAPE).focus().pane()).isEqualTo(Pane.OVERVIEW);
        assertThat(press(model, Key.NEXT, Key.NEXT).focus().pane()).isEqualTo(Pane.LOG);
        assertThat(model.logOf()).isEmpty();
        assertThat(press(model, Key.LAST, Key.LOG).logOf()).contains("server-5");
        assertThat(Sample.sized(model, 200, 60).logOf()).contains("balancer");
    }

    @Test
    void events_stand_newest_first_and_one_told_again_stands_once() {
        News killed = new News.Happened(Sample.event(1, "killed"));
        News down = new News.Happened(Sample.event(2, "down"));
        assertThat(learn(model, killed, down, killed).facts().happened())
                .extracting(dev.lbctl.balancer.api.Event::message)
                .containsExactly("down", "killed");
    }

    @Test
    void a_side_that_falls_silent_keeps_what_it_said_and_recovers() {
        Model silent = learn(model, new News.LauncherSilent("Connection refused"));
        assertThat(silent.facts().rows()).hasSize(6);
        assertThat(silent.facts().problems(Sample.NOW.plusSeconds(12)))
                .containsExactly("launcher silent for 12 s, shown is what it said last: Connection refused");
        Model back = learn(silent, new News.LauncherAnswered(Sample.cluster(), Sample.NOW));
        assertThat(back.facts().problems(Sample.NOW)).isEmpty();
    }

    @Test
    void while_paused_facts_stand_still_and_keys_do_not() {
        Model paused = press(model, Key.PAUSE);
        assertThat(learn(paused, new News.BalancerSilent("gone")).facts()).isEqualTo(model.facts());
        assertThat(selected(press(paused, Key.DOWN))).isEqualTo("server-1");
        assertThat(press(paused, Key.PAUSE).focus().paused()).isFalse();
    }

    @Test
    void what_came_of_a_change_is_said_for_a_while() {
        Model told = Sample.noticed(model, "server-5 killed");
        assertThat(told.at(Sample.NOW.plusSeconds(4)).notice()).isNotNull();
        assertThat(told.at(Sample.NOW.plusSeconds(6)).notice()).isNull();
    }

    private static Key[] keys(String names) {
        return List.of(names.split(" ", -1)).stream().map(Key::valueOf).toArray(Key[]::new);
    }

    private static Model typed(Model model, String text) {
        Model now = model;
        for (String letter : text.split("", -1)) {
            Key key = letter.equals("q") ? Key.QUIT : letter.equals("-") ? Key.LIGHTER : Key.OTHER;
            now = Update.apply(now, new Input.Pressed(key, letter)).model();
        }
        return now;
    }

    private static String selected(Model model) {
        return model.selected().map(Row::name).orElse("nobody");
    }
}
