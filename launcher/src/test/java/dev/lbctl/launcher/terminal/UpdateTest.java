package dev.lbctl.launcher.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.launcher.terminal.Dashboard.Action;
import dev.lbctl.launcher.terminal.Event.Pressed;
import dev.lbctl.launcher.terminal.Model.Mode;
import dev.lbctl.launcher.terminal.Update.Effect;
import dev.lbctl.launcher.terminal.Update.Step;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UpdateTest {
    private final Model model = Sample.model(80, 24);

    @Test
    void the_selection_moves_and_stops_at_both_ends() {
        assertThat(model.selected()).isEqualTo("balancer");
        assertThat(press(model, Event.Key.DOWN, Event.Key.DOWN).selected()).isEqualTo("server-2");
        assertThat(press(model, Event.Key.DOWN, Event.Key.UP, Event.Key.UP).selected())
                .isEqualTo("balancer");
        assertThat(press(model, Event.Key.LAST, Event.Key.DOWN).selected()).isEqualTo("server-5");
        assertThat(press(model, Event.Key.LAST, Event.Key.FIRST).selected()).isEqualTo("balancer");
    }

    @Test
    void the_selection_stays_on_its_row_when_others_go() {
        Model chosen = press(model, Event.Key.LAST);
        Model without = apply(chosen, new Event.LauncherAnswered(Sample.cluster(), Sample.NOW));
        assertThat(without.selected()).isEqualTo("server-5");
        assertThat(chosen.with(Facts.NONE).selected()).isNull();
    }

    @Test
    void a_kill_is_asked_for_and_done_only_after_yes() {
        Model asking = press(model, Event.Key.LAST, Event.Key.KILL);
        assertThat(asking.mode()).isEqualTo(Mode.CONFIRM_KILL);
        Step yes = Update.apply(asking, new Pressed(Event.Key.YES));
        assertThat(yes.effect()).isEqualTo(new Effect.Act(Action.KILL, "server-5"));
        assertThat(yes.model().mode()).isEqualTo(Mode.BROWSE);
    }

    @ParameterizedTest
    @EnumSource(
            value = Event.Key.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"YES", "QUIT"})
    void any_other_key_lets_the_node_live(Event.Key key) {
        Step step = Update.apply(press(model, Event.Key.KILL), new Pressed(key));
        assertThat(step.effect()).isInstanceOf(Effect.None.class);
        assertThat(step.model().mode()).isEqualTo(Mode.BROWSE);
    }

    @Test
    void a_kill_asked_for_a_row_that_goes_away_is_not_asked_for_another() {
        Model asking = press(model, Event.Key.LAST, Event.Key.KILL);
        assertThat(asking.with(Facts.NONE).mode()).isEqualTo(Mode.BROWSE);
        assertThat(asking.with(Sample.facts()).mode()).isEqualTo(Mode.CONFIRM_KILL);
    }

    @Test
    void start_restart_and_stop_act_on_the_selected_row_at_once() {
        Map.of(Event.Key.START, Action.START, Event.Key.RESTART, Action.RESTART, Event.Key.STOP, Action.STOP)
                .forEach((key, action) -> assertThat(Update.apply(press(model, Event.Key.DOWN), new Pressed(key))
                                .effect())
                        .isEqualTo(new Effect.Act(action, "server-1")));
    }

    @ParameterizedTest
    @EnumSource(Event.Key.class)
    void no_key_does_harm_before_anything_is_known(Event.Key key) {
        Model nothing = Model.initial(new Model.Size(80, 24), Sample.NOW);
        assertThat(Update.apply(nothing, new Pressed(key)).effect()).isNotInstanceOf(Effect.Act.class);
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void quit_works_in_every_mode(Mode mode) {
        assertThat(Update.apply(model.in(mode), new Pressed(Event.Key.QUIT)).effect())
                .isInstanceOf(Effect.Quit.class);
    }

    @Test
    void a_side_that_falls_silent_keeps_what_it_said_and_recovers() {
        Model silent = apply(model, new Event.LauncherSilent("Connection refused"));
        assertThat(silent.facts().rows()).hasSize(6);
        assertThat(silent.facts().problems(Sample.NOW.plusSeconds(12)))
                .containsExactly("launcher silent for 12 s, shown is what it said last: Connection refused");
        Model back = apply(silent, new Event.LauncherAnswered(Sample.cluster(), Sample.NOW));
        assertThat(back.facts().problems(Sample.NOW)).isEmpty();
    }

    @Test
    void events_stand_newest_first_and_one_told_again_stands_once() {
        Event killed = new Event.Happened(Sample.event(1, "killed"));
        Event down = new Event.Happened(Sample.event(2, "down"));
        Model told = apply(apply(apply(model, killed), down), killed);
        assertThat(told.facts().happened())
                .extracting(dev.lbctl.balancer.api.Event::message)
                .containsExactly("down", "killed");
    }

    @Test
    void while_paused_facts_stand_still_and_keys_do_not() {
        Model paused = press(model, Event.Key.PAUSE);
        assertThat(apply(paused, new Event.BalancerSilent("gone")).facts()).isEqualTo(model.facts());
        assertThat(press(paused, Event.Key.DOWN).selected()).isEqualTo("server-1");
        assertThat(press(paused, Event.Key.PAUSE).paused()).isFalse();
    }

    @Test
    void what_came_of_an_action_is_said_for_a_while() {
        Model told = apply(model, new Event.Noticed(new Model.Notice("server-5 killed", true, Sample.NOW)));
        assertThat(told.at(Sample.NOW.plusSeconds(4)).notice()).isNotNull();
        assertThat(told.at(Sample.NOW.plusSeconds(6)).notice()).isNull();
    }

    private static Model press(Model model, Event.Key... keys) {
        Model now = model;
        for (Event.Key key : keys) {
            now = apply(now, new Pressed(key));
        }
        return now;
    }

    private static Model apply(Model model, Event event) {
        return Update.apply(model, event).model();
    }
}
