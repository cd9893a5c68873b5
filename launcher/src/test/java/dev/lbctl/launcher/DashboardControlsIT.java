package dev.lbctl.launcher;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.lbctl.launcher.DashboardCluster.card;
import static dev.lbctl.launcher.DashboardCluster.press;
import static dev.lbctl.launcher.DashboardCluster.shows;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a person does to a running cluster in its page. */
@ExtendWith(SharedDashboard.class)
class DashboardControlsIT {
    private final DashboardCluster cluster;

    DashboardControlsIT(DashboardCluster cluster) {
        this.cluster = cluster;
    }

    @Test
    void a_drained_member_says_so_and_one_click_undoes_it() {
        Page page = cluster.allowed();
        Locator card = card(page, "server-2");

        press(card, "duty=drain");
        shows(card.locator(".badge"), "drain");
        assertThat(page.locator("#events li[data-type=duty]").first()).hasAttribute("data-tone", "wish");
        page.click("#undo-it");

        shows(card.locator(".badge"), "up");
        assertThat(page.locator("#undo")).isHidden();
        assertThat(cluster.browser().complaints(page)).isEmpty();
    }

    @Test
    void weights_go_up_and_down_by_one_and_tell_their_event() {
        Page page = cluster.allowedByLauncher();
        Locator card = card(page, "server-4");

        press(card, "step=1");
        shows(card.locator("output"), "weight 2");
        press(card, "step=1");
        shows(card.locator("output"), "weight 3");
        shows(page.locator("#events li[data-type=weight]").first(), Pattern.compile("server-4 weighs 3 of 7 now"));

        press(card, "step=-1");
        press(card, "step=-1");
        shows(card.locator("output"), "weight 1");
        assertThat(card.locator("[data-step='-1']")).hasAttribute("aria-disabled", "true");
    }

    @Test
    void the_algorithm_is_chosen_in_the_header_and_one_click_undoes_it() {
        Page page = cluster.allowedByLauncher();
        Locator choice = page.getByLabel("Algorithm");

        choice.selectOption("least_connections");
        shows(page.locator("#undo-what"), "The pool default balances by least connections.");
        shows(page.locator("#events li[data-type=algorithm]").first(), Pattern.compile("least_connections instead of"));
        page.click("#undo-it");

        assertThat(choice).hasValue("round_robin");
        assertThat(cluster.browser().complaints(page)).isEmpty();
    }

    @Test
    void a_fault_is_put_into_a_server_seen_in_its_answers_and_ended() {
        Page page = cluster.allowed();
        Locator card = card(page, "server-5");

        press(card, "fault=begin");
        page.fill("#fault-delay", "350");
        page.selectOption("#fault-time", "5m");
        page.click("#fault-yes");
        shows(card.locator(".fault"), Pattern.compile("answers 350 ms later, [0-9]+ s left"));
        shows(page.locator("#events li[data-type=fault]").first(), Pattern.compile("server-5 answers 350 ms later"));
        page.click("#send-10");
        shows(page.locator("#traffic-result"), Pattern.compile("^10 sent .*server-5 [0-9]+"));
        page.selectOption("#filter-backend", "server-5");
        shows(page.locator("#log tr").first(), Pattern.compile("3[5-9][0-9] ms|[4-9][0-9]{2} ms|[0-9.]+ s"));

        press(card, "fault=end");
        assertThat(card.locator(".fault")).hasAttribute("data-active", "false");
        shows(page.locator("#events li[data-type=fault_over]").first(), Pattern.compile("server-5 behaves again"));
        assertThat(cluster.browser().complaints(page)).isEmpty();
    }

    @Test
    void a_server_is_restarted_and_stopped_from_its_card() {
        Page page = cluster.allowed();
        Locator card = card(page, "server-1");
        Locator process = card.locator(".where").first();
        String before = process.textContent();

        press(card, "verb=restart");
        assertThat(process).not().hasText(before, new HasTextOptions().setTimeout(DashboardCluster.PATIENCE_MS));
        shows(card.locator(".badge"), "up");
        press(card, "verb=stop");
        shows(card.locator(".badge"), "stopped");

        press(card, "verb=start");
        shows(card.locator(".badge"), "up");
    }

    @Test
    void statistics_begin_anew_when_they_are_reset() {
        Page page = cluster.allowed();
        page.click("#send-10");
        shows(page.locator("#traffic-result"), Pattern.compile("^10 sent"));
        assertThat(page.locator("#log tr").first()).isVisible();

        page.click("#reset");

        assertThat(page.locator("#log tr")).hasCount(0, new HasCountOptions().setTimeout(DashboardCluster.PATIENCE_MS));
        page.click("#send-1");
        assertThat(page.locator("#log tr")).hasCount(1, new HasCountOptions().setTimeout(DashboardCluster.PATIENCE_MS));
    }

    @Test
    void setting_the_last_member_aside_is_asked_for_first() {
        Page page = cluster.allowed();
        List<String> others = List.of("server-2", "server-3", "server-4", "server-5");

        for (String name : others) {
            press(card(page, name), "duty=drain");
            shows(card(page, name).locator(".badge"), "drain");
        }
        press(card(page, "server-1"), "duty=maint");
        shows(page.locator("#ask-what"), Pattern.compile("server-1 is the last member of default that takes traffic"));
        page.click("#ask-no");

        shows(card(page, "server-1").locator(".badge"), "up");
        for (String name : others) {
            press(card(page, name), "duty=ready");
            shows(card(page, name).locator(".badge"), "up");
        }
    }
}
