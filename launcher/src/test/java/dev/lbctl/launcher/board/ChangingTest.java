package dev.lbctl.launcher.board;

import static dev.lbctl.launcher.board.Sample.press;
import static dev.lbctl.launcher.board.Sample.pressed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.balancer.api.BackendStatus;
import dev.lbctl.balancer.api.StatusReport;
import dev.lbctl.launcher.board.Command.Action;
import dev.lbctl.launcher.facts.Facts;
import dev.lbctl.launcher.facts.News;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Which key changes what in the cluster. */
class ChangingTest {
    private final Model model = Sample.model(80, 24);

    @Test
    void a_kill_is_asked_for_and_done_only_after_yes() {
        Model asking = press(model, Key.LAST, Key.KILL);
        assertThat(asking.mode()).isInstanceOf(Mode.Ask.class);
        Step yes = pressed(asking, Key.YES);
        assertThat(yes.command()).isEqualTo(new Command.ToNode(Action.KILL, "server-5"));
        assertThat(yes.model().mode()).isEqualTo(new Mode.Browse());
    }

    @ParameterizedTest
    @EnumSource(
            value = Key.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"YES", "QUIT", "REDRAW"})
    void any_other_key_lets_the_node_live(Key key) {
        Step step = pressed(press(model, Key.KILL), key);
        assertThat(step.command()).isEqualTo(new Command.None());
        assertThat(step.model().mode()).isEqualTo(new Mode.Browse());
    }

    @Test
    void a_kill_asked_for_a_row_that_goes_away_is_not_asked_for_another() {
        Model asking = press(model, Key.LAST, Key.KILL);
        assertThat(asking.with(Facts.NONE).mode()).isEqualTo(new Mode.Browse());
        assertThat(asking.with(Sample.facts()).mode()).isInstanceOf(Mode.Ask.class);
    }

    @ParameterizedTest
    @CsvSource({"START", "RESTART", "STOP"})
    void start_restart_and_stop_act_on_the_selected_row_at_once(Key key) {
        assertThat(pressed(press(model, Key.DOWN), key).command())
                .isEqualTo(new Command.ToNode(Action.valueOf(key.name()), "server-1"));
    }

    @ParameterizedTest
    @CsvSource({"server-1, DRAIN, drain", "server-4, DRAIN, ready", "server-1, MAINT, maint", "server-4, MAINT, maint"})
    void a_duty_is_set_and_the_same_key_takes_it_back(String name, Key key, String duty) {
        assertThat(pressed(on(name), key).command()).isEqualTo(new Command.SetDuty(backend(name), duty));
    }

    @Test
    void a_press_of_the_weights_key_counts_from_the_one_before_whatever_the_balancer_has_told_meanwhile() {
        Step once = pressed(on("server-1"), Key.HEAVIER);
        assertThat(once.command()).isEqualTo(new Command.SetWeight(backend("server-1"), 2));
        Step twice = pressed(once.model(), Key.HEAVIER);
        assertThat(twice.command()).isEqualTo(new Command.SetWeight(backend("server-1"), 3));
        Step later = pressed(twice.model().at(Sample.NOW.plusSeconds(3)), Key.HEAVIER);
        assertThat(later.command()).isEqualTo(new Command.SetWeight(backend("server-1"), 2));
        assertThat(pressed(on("server-1"), Key.LIGHTER).command()).isEqualTo(new Command.None());
    }

    @Test
    void an_algorithm_is_chosen_from_those_there_are_beginning_with_the_one_in_use() {
        Model choosing = press(on("server-1"), Key.ALGORITHM);
        Mode.ChooseAlgorithm choice = (Mode.ChooseAlgorithm) choosing.mode();
        assertThat(choice.chosen()).isEqualTo("round_robin");
        Step chosen = pressed(press(choosing, Key.DOWN), Key.ENTER);
        assertThat(chosen.command())
                .isEqualTo(new Command.UseAlgorithm("default", choice.names().get(choice.at() + 1)));
        assertThat(press(choosing, Key.ESCAPE).mode()).isEqualTo(new Mode.Browse());
    }

    @ParameterizedTest
    @CsvSource({"DRAIN", "MAINT", "STOP", "RESTART"})
    void taking_away_the_last_that_takes_requests_is_asked_for(Key key) {
        Model last = Sample.learn(on("server-1"), new News.BalancerAnswered(onlyHealthy("server-1"), Sample.NOW));
        Step step = pressed(last, key);
        assertThat(step.command()).isEqualTo(new Command.None());
        assertThat(step.model().mode()).isInstanceOf(Mode.Ask.class);
        assertThat(pressed(step.model(), Key.YES).command()).isInstanceOf(Command.Change.class);
    }

    @ParameterizedTest
    @EnumSource(Key.class)
    void read_only_no_key_changes_anything_and_says_so(Key key) {
        Model readOnly = Model.initial(new Size(80, 24), Sample.NOW, true).with(Sample.facts());
        for (Model at : List.of(readOnly, press(readOnly, Key.LAST))) {
            Step step = pressed(at, key);
            assertThat(step.command()).isNotInstanceOf(Command.Change.class);
            assertThat(pressed(step.model(), Key.YES).command()).isNotInstanceOf(Command.Change.class);
            assertThat(step.model().notice() != null).isEqualTo(key.changes());
        }
    }

    @ParameterizedTest
    @EnumSource(Key.class)
    void no_key_does_harm_before_anything_is_known(Key key) {
        assertThat(pressed(Sample.nothing(80, 24), key).command()).isNotInstanceOf(Command.Change.class);
    }

    private Model on(String name) {
        return model.on(model.focus().choosing(name));
    }

    private BackendStatus backend(String name) {
        return model.facts().backends().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static StatusReport onlyHealthy(String name) {
        StatusReport all = Sample.report();
        List<BackendStatus> one = all.backendServers().stream()
                .filter(each -> each.name().equals(name) || !each.healthy())
                .toList();
        return new StatusReport(
                all.version(),
                all.algorithm(),
                all.uptime(),
                all.statistics(),
                all.pools(),
                one,
                all.recentRequests(),
                all.configuration());
    }
}
