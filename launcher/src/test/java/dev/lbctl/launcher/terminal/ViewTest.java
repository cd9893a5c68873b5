package dev.lbctl.launcher.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.launcher.console.Usage;
import dev.lbctl.launcher.terminal.Model.Mode;
import dev.lbctl.launcher.text.Look;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ViewTest {
    private final View view = new View(new Look(false, true), ZoneOffset.UTC);

    @Test
    void eighty_by_twenty_four_shows_the_whole_cluster() {
        assertThat(lines(Sample.model(80, 24).choosing("server-3")).subList(0, 14))
                .containsExactly(
                        "lbctl default  ready  up 12m03s  round_robin  http://127.0.0.1:8000",
                        "61.3 req/s  success 99.98 %  healthy 3/5  active 4  failed 2  retries 3",
                        "",
                        "  NAME     STATE    HEALTH DUTY  ACTIVE   REQS SHARE        FAILED   P95 UPTIME",
                        "  balancer ready    -      -          4  12.3k     -             2     - 12m00s",
                        "  server-1 ready    up     ready      1   2469   20% █▎          0  11ms 12m00s",
                        "  server-2 ready    up     ready      1   2469   20% █▎          0  11ms 12m00s",
                        "▶ server-3 stopped  down   ready      1   2469   20% █▎          2  11ms      -",
                        "  server-4 ready    up     drain      1   2469   20% █▎          0  11ms 12m00s",
                        "  server-5 ready    up     ready      1   2469   20% █▎          0  11ms 12m00s",
                        "  server-3 127.0.0.1:9003: killed on request",
                        "TIME         STATUS METHOD  BACKEND    TOOK ATTEMPTS TARGET",
                        "10:00:00.100    200 GET     server-1  3.4ms        1 /?[2J?]0;owned?",
                        "10:00:00.099    502 GET     server-1  3.4ms        1 /item/99  no member left");
    }

    @Test
    void two_hundred_columns_have_room_for_pid_address_and_reason() {
        assertThat(lines(Sample.model(200, 60)))
                .contains(
                        "  server-5 ready    up     ready  19005      1   2469   20% ████                      0  11ms"
                                + " 12m00s        2 127.0.0.1:9005 probe passed")
                .anyMatch(line -> line.endsWith("/item/55"));
    }

    @Test
    void what_nodes_take_of_the_machine_is_shown_where_there_is_room() {
        Event weighed = new Event.Weighed(Map.of("server-5", new Usage(12.34, 123_456_789, 42)));
        Model model = Update.apply(Sample.model(200, 60), weighed).model();
        assertThat(lines(model)).anyMatch(line -> line.endsWith("12.3%  118 MiB    42"));
        assertThat(lines(model.sized(new Model.Size(80, 24)))).noneMatch(line -> line.contains("MiB"));
    }

    @Test
    void the_last_events_stand_above_the_requests_as_far_as_there_is_room() {
        Facts facts = Sample.facts();
        for (int id = 1; id <= 20; id++) {
            facts = facts.with(Sample.event(id, "event " + id + "\033[2J"));
        }
        Model model = Sample.model(80, 24).with(facts);
        assertThat(lines(model))
                .contains("10:00:20.000 event 20?[2J")
                .filteredOn(line -> line.contains("event"))
                .hasSize(3);
        assertThat(lines(model.sized(new Model.Size(200, 60))))
                .filteredOn(line -> line.contains("event"))
                .hasSize(8);
    }

    @Test
    void forty_columns_keep_name_state_health_requests_and_share() {
        assertThat(lines(Sample.model(40, 12)))
                .contains("  NAME     STATE    HEALTH   REQS SHARE", "▶ balancer ready    -       12.3k     -");
    }

    @Test
    void where_not_every_row_fits_the_selected_one_is_shown() {
        assertThat(lines(Sample.model(80, 12)).toString()).contains("▶ balancer");
        assertThat(lines(Sample.model(80, 12).choosing("server-5")).toString()).contains("▶ server-5");
    }

    @Test
    void a_silent_launcher_is_said_above_what_it_told_last() {
        Model model = Sample.model(120, 24);
        Model silent = Update.apply(model, new Event.LauncherSilent("Connection refused"))
                .model();
        assertThat(lines(silent.at(Sample.NOW.plusSeconds(3))))
                .contains("launcher silent for 3 s, shown is what it said last: Connection refused")
                .anyMatch(line -> line.startsWith("  server-5 ready"));
    }

    @Test
    void before_the_first_answer_it_says_that_nothing_is_known() {
        Model model = Model.initial(new Model.Size(100, 10), Sample.NOW);
        Model silent = Update.apply(model, new Event.BalancerSilent("Connection refused"))
                .model();
        assertThat(lines(silent)).contains("balancer silent, nothing known yet: Connection refused");
    }

    @Test
    void the_last_line_says_what_keys_do_then_what_is_asked_then_what_came_of_it() {
        Model model = Sample.model(80, 24).choosing("server-2");
        assertThat(lines(model).get(23))
                .isEqualTo("↑↓ select  x kill  s start  r restart  t stop  p pause  ? help  q quit");
        assertThat(lines(model.in(Mode.CONFIRM_KILL)).get(23))
                .isEqualTo("Kill server-2 with SIGKILL? It stays down until started. y/n");
        assertThat(lines(model.saying(new Model.Notice("server-2 killed", true, Sample.NOW)))
                        .get(23))
                .isEqualTo("server-2 killed");
    }

    @Test
    void the_help_explains_every_key() {
        assertThat(lines(Sample.model(80, 24).in(Mode.HELP)))
                .contains("  x  kill: SIGKILL at once, after y; the node stays down until it is started");
    }

    @Test
    void an_ascii_terminal_gets_ascii_only() {
        var ascii = new View(new Look(false, false), ZoneOffset.UTC);
        for (Mode mode : Mode.values()) {
            assertThat(ascii.screen(Sample.model(60, 24).in(mode)).toString()).matches("\\p{ASCII}*");
        }
    }

    @Test
    void a_snapshot_has_the_facts_and_neither_keys_nor_selection() {
        assertThat(view.snapshot(Sample.model(200, 20)))
                .hasSize(3 + 7 + 1 + 21)
                .noneMatch(line -> line.contains("quit") || line.contains("▶"));
    }

    @ParameterizedTest
    @CsvSource({
        "80,24", "200,60", "100,30", "40,12", "20,8", "10,5", "3,3", "1,1", "0,0", "80,1", "80,2", "1,24", "500,3"
    })
    void every_size_is_filled_and_never_exceeded(int width, int height) {
        for (Mode mode : Mode.values()) {
            for (Model model : List.of(
                    Sample.model(width, height), Sample.model(width, height).with(Facts.NONE))) {
                var lines = view.screen(model.in(mode));
                assertThat(lines).hasSize(height);
                assertThat(lines).allMatch(line -> line.columnLength() <= width);
            }
        }
    }

    private List<String> lines(Model model) {
        return view.screen(model).stream()
                .map(line -> line.toString().stripTrailing())
                .toList();
    }
}
