package dev.lbctl.launcher.view;

import static dev.lbctl.launcher.board.Sample.learn;
import static dev.lbctl.launcher.board.Sample.press;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.launcher.board.Key;
import dev.lbctl.launcher.board.Model;
import dev.lbctl.launcher.board.Sample;
import dev.lbctl.launcher.console.Usage;
import dev.lbctl.launcher.facts.News;
import dev.lbctl.launcher.text.Colours;
import dev.lbctl.launcher.text.Look;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ViewTest {
    private final View view = new View(new Look(Colours.NONE, true), ZoneOffset.UTC);

    @Test
    void eighty_by_twenty_four_shows_the_whole_cluster() {
        Model model = learn(press(Sample.model(80, 24), Key.DOWN, Key.DOWN, Key.DOWN), happened(2));
        assertThat(lines(model))
                .containsExactly(
                        " lbctl default  ready  up 12m03s  round_robin  http://127.0.0.1:8000     ● live",
                        " REQ/S LAST 28 s       SUCCESS BACKENDS ACTIVE FAILED RETRIES   P50   P95   P99",
                        "  61.3     ▂▃▃▄▄▅▆▆▇▇  99.98 %      3/5      4      2       3 3.0ms  11ms  38ms",
                        "",
                        "  NAME     STATE    HEALTH  DUTY  WT REQ/S TREND  SHARE      ACTIVE FAILED   P99",
                        "  balancer ready    -       -      -  61.3 ▄▅▆▆▇▇    -            4      2  38ms",
                        "  server-1 ready    up      ready  1  60.0 ▄▅▆▆▇▇  20% ━━━━━      1      0  38ms",
                        "  server-2 ready    up      ready  1  20.0 ▂▃▃▃▃▃  20% ━━━━━      1      0  38ms",
                        "▌ server-3 stopped  down    ready  1     0 ▁▁▁▁▁▁  20% ━━━━━      1      2  38ms",
                        "  server-4 ready    up      drain  1     0 ▁▁▁▁▁▁  20% ━━━━━      1      0  38ms",
                        "  server-5 ready    up      ready  1     0 ▁▁▁▁▁▁  20% ━━━━━      1      0  38ms",
                        " server-3 127.0.0.1:9003: killed on request",
                        "EVENTS",
                        "10:00:02 event 2",
                        "10:00:01 event 1",
                        "REQUESTS STATUS METHOD  BACKEND    TOOK TRIES TARGET",
                        "10:00:00    200 GET     server-1  3.4ms     1 /?[2J?]0;owned?",
                        "10:00:00    502 GET     server-1  3.4ms     1 /item/99  no member left",
                        "10:00:00    200 GET     server-1  3.4ms     1 /item/98",
                        "10:00:00    200 GET     server-1  3.4ms     1 /item/97",
                        "10:00:00    200 GET     server-1  3.4ms     1 /item/96",
                        "10:00:00    200 GET     server-1  3.4ms     1 /item/95",
                        "10:00:00    200 GET     server-1  3.4ms     1 /item/94",
                        " ↑↓ select  x kill  s start  r restart  t stop  d drain  l log  ? help  q quit");
    }

    @Test
    void a_hundred_and_twenty_columns_have_room_for_cpu_memory_and_the_median() {
        assertThat(lines(weighed(Sample.model(120, 40))))
                .contains("  server-1 ready    up      ready  1  60.0 ▂▃▃▄▄▅▆▆▇▇  20% ━━━━━━━━━━      1   2469      0"
                        + " 3.0ms  38ms 12.3%  118 MiB");
    }

    @Test
    void two_hundred_columns_have_room_for_everything_and_for_events_and_log_beside_the_requests() {
        Model model = learn(weighed(Sample.model(200, 60)), happened(1));
        assertThat(lines(model))
                .anyMatch(line ->
                        line.endsWith("12.3%  118 MiB    42  19005 12m00s        2 127.0.0.1:9005 probe passed"))
                .anyMatch(line -> line.startsWith("REQUESTS STATUS") && line.endsWith("▏ EVENTS"))
                .anyMatch(
                        line -> line.startsWith("10:00:00    200 GET     server-1") && line.endsWith("▏ LOG balancer"))
                .anyMatch(line -> line.endsWith("▏ 10:00:01 event 1"));
    }

    @Test
    void forty_by_ten_keeps_the_figures_and_the_rows_around_the_selected_one() {
        assertThat(lines(press(Sample.model(40, 10), Key.LAST)))
                .containsExactly(
                        " lbctl default  ready  up 12m03… ● live",
                        " REQ/S  SUCCESS BACKENDS ACTIVE   P99",
                        "  61.3  99.98 %      3/5      4  38ms",
                        "",
                        "  NAME     STATE    HEALTH  DUTY  REQ/S",
                        "  server-3 stopped  down    ready     0",
                        "  server-4 ready    up      drain     0",
                        "▌ server-5 ready    up      ready     0",
                        " server-5 127.0.0.1:9005, pid 19005, re…",
                        " ↑↓ select  x kill  ? help  q quit");
    }

    @Test
    void where_there_is_no_room_at_all_it_says_how_much_it_needs() {
        assertThat(lines(Sample.model(20, 6))).contains("too small:", "24 columns and", "8 lines");
    }

    @Test
    void the_column_that_is_sorted_by_and_what_is_filtered_are_said() {
        Model model = press(Sample.model(80, 24), Key.SORT, Key.SORT, Key.REVERSE);
        assertThat(lines(model).get(3)).isEqualTo(" by REQ/S, reversed");
        assertThat(lines(model).get(4)).contains("REQ/S▲");
        assertThat(lines(press(model, Key.FILTER, Key.OTHER))).contains(" only \"~\": 0 of 6 by REQ/S, reversed");
        assertThat(lines(press(model, Key.FILTER, Key.OTHER)).get(23)).isEqualTo(" /~▏  Enter keep it  Esc leave it");
    }

    @Test
    void a_silent_side_is_said_above_what_it_told_last() {
        Model silent = learn(Sample.model(120, 24), new News.LauncherSilent("Connection refused"))
                .at(Sample.NOW.plusSeconds(3));
        assertThat(lines(silent))
                .contains(" launcher silent for 3 s, shown is what it said last: Connection refused")
                .anyMatch(line -> line.endsWith("○ not connected"))
                .anyMatch(line -> line.startsWith("  server-5 ready"));
        assertThat(lines(learn(Sample.nothing(100, 10), new News.BalancerSilent("Connection refused"))))
                .contains(" balancer silent, nothing known yet: Connection refused");
    }

    @Test
    void the_log_of_the_selected_node_ends_with_its_newest_line() {
        Model model = learn(
                press(Sample.model(80, 24), Key.DOWN, Key.LOG),
                new News.Logged(
                        "server-1",
                        IntStream.rangeClosed(1, 99).mapToObj(n -> "line " + n).toList()));
        assertThat(lines(model)).contains("LOG server-1", "line 90");
        assertThat(lines(model).get(22)).isEqualTo("line 99");
        assertThat(lines(press(model, Key.DOWN))).contains("LOG server-2", "reading ...");
    }

    @Test
    void the_last_line_says_what_is_asked_and_what_came_of_it() {
        Model model = press(Sample.model(80, 24), Key.DOWN, Key.DOWN);
        assertThat(lines(press(model, Key.KILL)).get(23))
                .isEqualTo(" Kill server-2 with SIGKILL? It stays down until started. y/n");
        assertThat(lines(Sample.noticed(model, "server-2 killed")).get(23)).isEqualTo(" server-2 killed");
    }

    @Test
    void the_help_explains_every_key_and_the_algorithms_are_listed() {
        assertThat(lines(press(Sample.model(80, 24), Key.HELP)))
                .contains("  x  kill      SIGKILL at once, after y; the node stays down until it is started")
                .contains("  +- weight    how much the backend is to get: more, less");
        assertThat(lines(press(Sample.model(80, 24), Key.ALGORITHM)))
                .contains(" ALGORITHM OF POOL default", "▌ round_robin", "  least_connections");
    }

    @ParameterizedTest
    @CsvSource({
        "80,24", "120,40", "200,60", "100,30", "40,12", "40,10", "24,8", "20,8", "10,5", "3,3", "1,1", "0,0", "80,1",
        "80,8", "80,9", "80,13", "1,24", "500,13"
    })
    void every_size_is_filled_and_never_exceeded(int width, int height) {
        for (Model model : List.of(Sample.model(width, height), Sample.nothing(width, height))) {
            for (Key key : Key.values()) {
                var lines = view.screen(press(model, Key.DOWN, key));
                assertThat(lines).hasSize(height);
                assertThat(lines).allMatch(line -> line.columnLength() <= width);
            }
        }
    }

    private static Model weighed(Model model) {
        Usage usage = new Usage(12.34, 123_456_789, 42);
        return learn(model, new News.Weighed(Map.of("server-1", usage, "server-5", usage)));
    }

    private static News[] happened(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(id -> new News.Happened(Sample.event(id, "event " + id)))
                .toArray(News[]::new);
    }

    private List<String> lines(Model model) {
        return view.screen(model).stream()
                .map(line -> line.toString().stripTrailing())
                .toList();
    }
}
