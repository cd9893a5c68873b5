package dev.lbctl.launcher;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.lbctl.launcher.DashboardCluster.shows;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
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
}
