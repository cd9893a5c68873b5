package dev.lbctl.launcher;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.lbctl.launcher.DashboardCluster.card;
import static dev.lbctl.launcher.DashboardCluster.shows;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasAttributeOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the page lets a person see of the traffic. */
@ExtendWith(SharedDashboard.class)
class DashboardViewsIT {
    private final DashboardCluster cluster;

    DashboardViewsIT(DashboardCluster cluster) {
        this.cluster = cluster;
    }

    @Test
    void a_click_on_a_request_tells_why_it_went_where_it_went() {
        Page page = cluster.allowed();
        page.click("#send-10");
        shows(page.locator("#traffic-result"), Pattern.compile("^10 sent"));
        page.selectOption("#filter-backend", "server-1");

        page.locator("#log tr button").first().click();

        Locator told = page.locator("#explanation");
        shows(told, Pattern.compile("200, relayed whole from server-1"));
        shows(told.locator("[data-verdict=picked]"), Pattern.compile("server-1.*the first choice", Pattern.DOTALL));
        shows(told.locator(".tries"), Pattern.compile("server-1: completed"));
        page.keyboard().press("Escape");
        assertThat(told).isHidden();
        assertThat(cluster.browser().complaints(page)).isEmpty();
    }

    @Test
    void a_paused_log_still_explains_what_it_shows_however_much_came_after() {
        Page page = cluster.allowed();
        page.click("#send-10");
        shows(page.locator("#traffic-result"), Pattern.compile("^10 sent"));
        assertThat(page.locator("#log tr").first()).isVisible();
        page.click("#pause");
        for (int sent = 0; sent < 3; sent++) {
            page.click("#send-100");
            shows(page.locator("#traffic-result"), Pattern.compile("^100 sent"));
            page.evaluate("() => { document.getElementById('traffic-result').textContent = ''; }");
        }
        shows(page.locator("#log-note"), "paused, 200 new");

        page.locator("#log tr button").first().click();

        shows(page.locator("#explanation"), Pattern.compile("Who came into question"));
    }

    @Test
    void the_log_shows_what_its_filter_lets_through() {
        Page page = cluster.allowed();
        page.click("#send-10");
        shows(page.locator("#traffic-result"), Pattern.compile("^10 sent"));

        page.selectOption("#filter-backend", "server-2");
        assertThat(page.locator("#log .backend").filter(new Locator.FilterOptions().setHasNotText("server-2")))
                .hasCount(0, new HasCountOptions().setTimeout(DashboardCluster.PATIENCE_MS));
        assertThat(page.locator("#log tr").first()).isVisible();
        page.fill("#filter-path", "/nobody-asked-for-this");

        shows(page.locator("#log-empty"), "No request like this among the last 1,000.");
    }

    @Test
    void a_scorecard_is_drawn_in_its_figures() {
        Page page = cluster.allowed();

        page.evaluate("""
                () => import('/dashboard/timeline.js').then(({ Timeline }) => new Timeline().draw({ items: [{
                  key: 'one', at: Date.now(), time: new Date().toISOString(), source: 'balancer', type: 'scorecard', subject: 'server-3',
                  message: 'all of it', scorecard: { cause: 'killed', noticed_ms: 12, retried: 3, failed: 0, back_ms: 5200 },
                }] }))
                """);

        shows(
                page.locator("#events li[data-type=scorecard]").first(),
                Pattern.compile(
                        "server-3 killed: what it cost.*noticed after12 ms.*retried3.*failed0.*back after5.20 s"));
        assertThat(Axe.violations(page)).isEmpty();
    }

    @Test
    void the_last_minutes_are_drawn_again_after_a_reload() {
        Page page = cluster.allowed();
        page.click("#send-10");
        shows(page.locator("#traffic-result"), Pattern.compile("^10 sent"));

        page.reload();

        shows(page.locator("#plots .legend").first(), Pattern.compile("server-1 "));
        assertThat(page.locator("#plots svg path.area").first()).hasAttribute("d", Pattern.compile("^M"));
        assertThat(page.locator("#distribution tr"))
                .hasCount(5, new HasCountOptions().setTimeout(DashboardCluster.PATIENCE_MS));
        assertThat(cluster.browser().complaints(page)).isEmpty();
    }

    @Test
    void the_share_a_member_was_to_get_is_that_of_the_algorithm_in_force() {
        Page page = cluster.allowed();
        Locator wanted = page.locator("#distribution tr").first().locator("td").first();
        shows(wanted, "20.0 %");

        page.getByLabel("Algorithm").selectOption("least_connections");
        shows(wanted, "by load");
        page.getByLabel("Algorithm").selectOption("consistent_hash");
        shows(wanted, "by key");

        page.getByLabel("Algorithm").selectOption("round_robin");
        shows(wanted, "20.0 %");
        assertThat(cluster.browser().complaints(page)).isEmpty();
    }

    @Test
    void a_card_tells_what_its_process_takes_and_how_fast_it_answered() {
        Page page = cluster.allowed();
        Locator card = card(page, "server-4");

        shows(card.locator(".where").first(), Pattern.compile("127\\.0\\.0\\.1:[0-9]+ · pid [0-9]+"));
        shows(card.locator(".facts"), Pattern.compile("CPU[0-9.]+ %Memory[0-9]+ MB"));
        page.fill("#steady-rate", "50");
        page.click("#steady");

        assertThat(card.locator(".spark path"))
                .hasAttribute(
                        "d",
                        Pattern.compile("M.*L"),
                        new HasAttributeOptions().setTimeout(DashboardCluster.PATIENCE_MS));
        shows(card.locator(".pace"), Pattern.compile("up to [0-9.]+ m?s"));
        page.click("#steady");
    }

    @Test
    void the_flow_is_told_in_words_too_and_stands_still_for_who_wants_that() {
        Page page = cluster.allowed();
        shows(page.locator("#flow-note"), Pattern.compile("A dot is a request."));

        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));

        shows(page.locator("#flow-note"), Pattern.compile("Nothing moves here"));
        shows(page.locator("#flow-words"), Pattern.compile("server-1 up, .*server-5 up"));
    }

    @Test
    void requests_of_any_method_and_path_are_sent_steadily_until_stopped() {
        Page page = cluster.allowed();
        page.selectOption("#try-method", "POST");
        page.fill("#try-path", "/echo?from=page");
        page.fill("#steady-rate", "20");

        page.click("#steady");
        shows(page.locator("#traffic-result"), Pattern.compile("[0-9]+ sent in .* 0 failed: .*server-[1-5] "));
        page.click("#steady");

        shows(page.locator("#steady"), "Start");
        shows(page.locator("#log .target").first(), "POST /echo?from=page");
        assertThat(cluster.browser().complaints(page)).isEmpty();
    }

    @Test
    void a_chosen_theme_is_kept() {
        Page page = cluster.allowed();
        assertThat(page.locator(".banner")).isHidden();

        page.selectOption("#theme", "terminal");
        page.reload();

        assertThat(page.locator("html")).hasAttribute("data-theme", "terminal");
        assertThat(page.locator(".banner")).isVisible();
        assertThat(page.getByLabel("Theme")).hasValue("terminal");
    }
}
