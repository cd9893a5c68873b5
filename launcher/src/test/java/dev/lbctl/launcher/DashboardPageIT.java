package dev.lbctl.launcher;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.lbctl.launcher.DashboardCluster.card;
import static dev.lbctl.launcher.DashboardCluster.press;
import static dev.lbctl.launcher.DashboardCluster.shows;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The browser dashboard in a real browser, before a real cluster of five. */
@ExtendWith(SharedDashboard.class)
class DashboardPageIT {
    private final DashboardCluster cluster;

    DashboardPageIT(DashboardCluster cluster) {
        this.cluster = cluster;
    }

    @Test
    void a_killed_server_turns_its_card_and_the_others_answer_until_it_is_started() {
        Page page = cluster.allowed();
        Locator card = card(page, "server-3");

        press(card, "verb=kill");
        shows(card.locator(".badge"), "stopped");
        shows(page.locator("#events"), Pattern.compile("server-3 killed by you"));
        page.click("#send-10");
        shows(page.locator("#traffic-result"), Pattern.compile("^10 sent in .* 0 failed.*: server-1 "));
        assertThat(page.locator("#traffic-result").textContent()).doesNotContain("server-3");
        shows(page.locator("#events"), Pattern.compile("server-3 is down: "));

        press(card, "verb=start");
        shows(card.locator(".badge"), "up");
        assertThat(page.locator("#notices")).isEmpty();
        assertThat(cluster.browser().complaints(page)).isEmpty();
    }

    @Test
    void requests_appear_in_the_log_as_they_finish_unless_it_is_paused() {
        Page page = cluster.live(cluster.urls().traffic() + "/dashboard");
        int before = page.locator("#log tr").count();

        page.click("#send-10");
        assertThat(page.locator("#log tr"))
                .hasCount(before + 10, new HasCountOptions().setTimeout(DashboardCluster.PATIENCE_MS));
        page.click("#pause");
        page.click("#send-10");

        shows(page.locator("#log-note"), "paused, 10 new");
        assertThat(page.locator("#log tr")).hasCount(before + 10);
    }

    @Test
    void the_token_leaves_the_address_and_survives_a_reload() {
        Page page = cluster.allowedByLauncher();

        assertThat(page.url()).doesNotContain("token");
        page.reload();
        shows(page.locator(".link.access"), "control allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"traffic", "admin", "management"})
    void the_page_goes_live_wherever_it_was_loaded_from_and_is_read_only_without_a_token(String from) {
        String origin = switch (from) {
            case "traffic" -> cluster.urls().traffic();
            case "admin" -> cluster.urls().admin();
            default -> cluster.urls().management();
        };
        Page page = cluster.live(origin.replace("127.0.0.1", "localhost") + "/dashboard");

        shows(page.locator("#notices"), Pattern.compile("Read only"));
        assertThat(card(page, "server-1").locator("button[data-verb=kill]")).hasAttribute("aria-disabled", "true");
        assertThat(cluster.browser().complaints(page)).isEmpty();
    }

    @Test
    void a_lost_balancer_is_said_and_the_page_comes_back_with_it() {
        Page page = cluster.live(cluster.urls().management() + "/dashboard");
        long pid = Objects.requireNonNull(
                cluster.launcher().status().nodes().get(0).pid());

        ProcessHandle.of(pid).orElseThrow().destroyForcibly();

        shows(page.locator("#events"), Pattern.compile("balancer.*is started again"));
        shows(page.locator(".link").first(), "balancer live");
        shows(page.locator("#balancer"), Pattern.compile("balancer process ready .* 1 restart"));
    }
}
