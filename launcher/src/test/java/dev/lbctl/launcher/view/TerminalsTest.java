package dev.lbctl.launcher.view;

import static dev.lbctl.launcher.board.Sample.learn;
import static dev.lbctl.launcher.board.Sample.press;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.lbctl.balancer.api.Event;
import dev.lbctl.balancer.api.Json;
import dev.lbctl.balancer.api.StatusReport;
import dev.lbctl.launcher.api.ClusterStatus;
import dev.lbctl.launcher.board.Key;
import dev.lbctl.launcher.board.Model;
import dev.lbctl.launcher.board.Sample;
import dev.lbctl.launcher.facts.News;
import dev.lbctl.launcher.text.Colours;
import dev.lbctl.launcher.text.Look;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jline.utils.AttributedCharSequence.ForceMode;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What reaches terminals of different kinds. */
class TerminalsTest {
    private static final Pattern STYLE = Pattern.compile("\033\\[([0-9;]*)m");
    private static final String HOSTILE = "a\033[2J\033]0;owned\007\r\n\b\u009b31m\u202e\u0000z";

    @ParameterizedTest
    @EnumSource(Key.class)
    void an_ascii_terminal_gets_ascii_only(Key key) {
        View ascii = new View(new Look(Colours.NONE, false), ZoneOffset.UTC);
        for (int width : List.of(60, 200)) {
            assertThat(ascii.screen(press(Sample.model(width, 50), key)).toString())
                    .matches("\\p{ASCII}*");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "NONE, 8, '0|1|4|7|22|24|27'",
        "ANSI, 16, '0|1|4|7|22|24|27|39|9?3[0-7]|9[0-7]|49'",
        "INDEXED, 256, '0|1|4|22|24|39|49|[34]8;5;[0-9]+'",
        "TRUE, 16777216, '0|1|4|22|24|39|49|[34]8;2;[0-9]+;[0-9]+;[0-9]+'"
    })
    void a_terminal_gets_no_other_colours_than_it_has(Colours colours, int count, String allowed) {
        View view = new View(new Look(colours, true), ZoneOffset.UTC);
        String written = view.screen(press(Sample.model(200, 60), Key.LAST)).stream()
                .map(line -> line.toAnsi(count, ForceMode.None))
                .collect(Collectors.joining());
        Matcher styles = STYLE.matcher(written);
        while (styles.find()) {
            assertThat(styles.group(1)).matches("(" + allowed + ")(;(" + allowed + "))*");
        }
        assertThat(written.contains("\033[38") || written.contains(";38"))
                .isEqualTo(colours == Colours.INDEXED || colours == Colours.TRUE);
    }

    @ParameterizedTest
    @CsvSource({"1, NONE", "8, ANSI", "16, ANSI", "88, ANSI", "256, INDEXED", "16777216, TRUE"})
    void what_a_terminal_says_of_itself_decides_which_colours_it_gets(int count, Colours colours) {
        assertThat(Colours.of(count)).isEqualTo(colours);
        assertThat(Colours.of(null)).isEqualTo(Colours.NONE);
    }

    @Test
    void no_control_character_from_the_cluster_reaches_the_terminal_wherever_it_stands() throws Exception {
        Model model = learn(
                Sample.nothing(250, 60),
                new News.LauncherAnswered(hostile(Sample.cluster(), ClusterStatus.class), Sample.NOW),
                new News.BalancerAnswered(hostile(Sample.report(), StatusReport.class), Sample.NOW),
                new News.Happened(hostile(Sample.event(1, "x"), Event.class)),
                new News.Logged("balancer" + HOSTILE, List.of(HOSTILE)));
        Model silent = learn(model, new News.BalancerSilent(HOSTILE), new News.LauncherSilent(HOSTILE));
        View view = new View(new Look(Colours.TRUE, true), ZoneOffset.UTC);
        for (Model each : List.of(model, silent, Sample.noticed(model, HOSTILE))) {
            for (Key key : Key.values()) {
                List<AttributedString> written = new ArrayList<>(view.screen(press(each, Key.DOWN, key)));
                written.addAll(view.printed(each, 20));
                written.add(view.figures(each));
                assertThat(written)
                        .allSatisfy(
                                line -> assertThat(line.toString()).doesNotContainPattern("[\\p{Cc}\\p{Cf}\u2028]"));
            }
        }
    }

    /** The same with something hostile added to every text in it that is no time. */
    private static <T> T hostile(T good, Class<T> type) throws JsonProcessingException {
        JsonNode tree = Json.lenient().valueToTree(good);
        return Json.lenient().treeToValue(hostile(tree), type);
    }

    private static JsonNode hostile(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.fieldNames().forEachRemaining(field -> object.set(field, hostile(object.get(field))));
        } else if (node instanceof ArrayNode array) {
            for (int at = 0; at < array.size(); at++) {
                array.set(at, hostile(array.get(at)));
            }
        }
        boolean text = node.isTextual() && !node.asText().matches("\\d{4}-.*Z");
        return text ? TextNode.valueOf(node.asText() + HOSTILE) : node;
    }
}
