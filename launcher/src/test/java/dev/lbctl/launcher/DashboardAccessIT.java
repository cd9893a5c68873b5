package dev.lbctl.launcher;

import static dev.lbctl.launcher.DashboardCluster.card;
import static dev.lbctl.launcher.DashboardCluster.press;
import static dev.lbctl.launcher.DashboardCluster.shows;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That everybody can use the page: in each look, on narrow and wide screens, without a mouse. */
@ExtendWith(SharedDashboard.class)
class DashboardAccessIT {
    private static final List<Integer> WIDTHS = List.of(320, 768, 1920);
    private static final int HEIGHT = 900;

    private final DashboardCluster cluster;

    DashboardAccessIT(DashboardCluster cluster) {
        this.cluster = cluster;
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark", "terminal"})
    void no_look_at_no_width_keeps_anybody_out_or_runs_over_the_edge(String theme) {
        Page page = busy(theme);

        for (int width : WIDTHS) {
            page.setViewportSize(width, HEIGHT);
            assertThat(Axe.violations(page)).as(theme + " at " + width).isEmpty();
            assertThat(overflow(page)).as("overflow at " + width).isLessThanOrEqualTo(0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark", "terminal"})
    void neither_do_the_drawer_and_the_dialogs(String theme) {
        Page page = busy(theme);

        page.locator("#log tr button").first().click();
        shows(page.locator("#explanation"), Pattern.compile("Who came into question"));
        seenAtTheEnds(page, "drawer");
        page.keyboard().press("Escape");

        press(card(page, "server-1"), "fault=begin");
        seenAtTheEnds(page, "fault");
        page.keyboard().press("Escape");

        page.evaluate("() => { import('/dashboard/ask.js').then(({ ask }) => ask('What?', 'Then.', 'Yes')); }");
        shows(page.locator("#ask-what"), "What?");
        seenAtTheEnds(page, "question");
    }

    @Test
    void a_fault_is_begun_and_ended_with_the_keyboard_alone() {
        Page page = cluster.allowed();
        page.locator("[data-member=server-2] [data-fault=begin][aria-disabled=false]")
                .focus();

        page.keyboard().press("Enter");
        page.locator("#fault-yes").focus();
        page.keyboard().press("Enter");
        shows(card(page, "server-2").locator(".fault"), Pattern.compile("answers 300 ms later"));

        page.locator("[data-member=server-2] [data-fault=end][aria-disabled=false]")
                .focus();
        page.keyboard().press("Space");
        shows(card(page, "server-2").locator(".fault"), Pattern.compile("^inject a fault"));
    }

    private Page busy(String theme) {
        Page page = cluster.allowed();
        page.selectOption("#theme", theme);
        page.click("#send-10");
        shows(page.locator("#traffic-result"), Pattern.compile("^10 sent"));
        shows(page.locator("#plots .legend").first(), Pattern.compile("server-1 "));
        return page;
    }

    private static void seenAtTheEnds(Page page, String what) {
        for (int width : List.of(320, 1920)) {
            page.setViewportSize(width, HEIGHT);
            assertThat(Axe.violations(page)).as(what + " at " + width).isEmpty();
        }
    }

    private static int overflow(Page page) {
        return (int) page.evaluate("() => document.documentElement.scrollWidth - innerWidth");
    }
}
