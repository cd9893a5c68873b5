package dev.lbctl.launcher;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import dev.lbctl.config.Address;
import dev.lbctl.config.file.ConfigFile;
import dev.lbctl.config.file.ConfigResult;
import dev.lbctl.launcher.api.ClusterStatus;
import dev.lbctl.launcher.node.StartResult;
import dev.lbctl.launcher.process.PortPicker;
import dev.lbctl.launcher.rundir.RunDirectory;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The browser dashboard in a real browser, before a real cluster of five. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DashboardPageIT {
    private static final double PATIENCE_MS = 20_000;

    private DashboardBrowser browser;
    private Launcher launcher;
    private ClusterStatus.Urls urls;
    private String token;

    @BeforeAll
    void start(@TempDir Path home) throws Exception {
        browser = DashboardBrowser.open();
        int firstPort = PortPicker.resolve(new Address("127.0.0.1", 0)).port();
        String yaml = """
                listener: { address: "127.0.0.1:0", admin_paths: true }
                admin: { address: "127.0.0.1:0" }
                management: { address: "127.0.0.1:0" }
                pools: { default: { run: { sample: 5, first_port: %d } } }
                """.formatted(firstPort);
        RunDirectory directory = new RunDirectory("page", home.resolve("page"));
        ConfigResult config = ConfigFile.parse("page.yaml", yaml);
        assertThat(config).isInstanceOf(ConfigResult.Valid.class);
        launcher = Launcher.start(((ConfigResult.Valid) config).config(), directory);
        assertThat(launcher.awaitReady()).as("start of the cluster").isInstanceOf(StartResult.Started.class);
        urls = launcher.status().urls();
        token = directory.readToken().orElseThrow();
    }

    @AfterAll
    void stop() {
        if (launcher != null) {
            launcher.shutdown().join();
        }
        if (browser != null) {
            browser.close();
        }
    }

    @AfterEach
    void closePages() {
        browser.closePages();
    }

    @Test
    void a_killed_server_turns_its_card_and_the_others_answer_until_it_is_started() {
        Page page = live(urls.traffic() + "/dashboard#token=" + token);
        Locator card = card(page, "server-3");

        press(card, "kill");
        shows(card.locator(".badge"), "stopped");
        shows(page.locator("#events"), Pattern.compile("server-3 killed by you"));
        page.click("#send-10");
        shows(page.locator("#traffic-result"), Pattern.compile("^10 sent in .* 0 failed: Server-1 "));
        assertThat(page.locator("#traffic-result").textContent()).doesNotContain("Server-3");
        shows(page.locator("#events"), Pattern.compile("server-3 is down: "));

        press(card, "start");
        shows(card.locator(".badge"), "up");
        assertThat(page.locator("#notices")).isEmpty();
        assertThat(browser.complaints(page)).isEmpty();
    }

    @Test
    void requests_appear_in_the_log_as_they_finish_unless_it_is_paused() {
        Page page = live(urls.traffic() + "/dashboard");
        int before = page.locator("#log tr").count();

        page.click("#send-10");
        assertThat(page.locator("#log tr")).hasCount(before + 10, new HasCountOptions().setTimeout(PATIENCE_MS));
        page.click("#pause");
        page.click("#send-10");

        shows(page.locator("#log-note"), "paused, 10 new");
        assertThat(page.locator("#log tr")).hasCount(before + 10);
    }

    @Test
    void the_token_leaves_the_address_and_survives_a_reload() {
        Page page = live(urls.management() + "/dashboard#token=" + token);

        assertThat(page.url()).doesNotContain("token");
        page.reload();
        shows(page.locator(".link.access"), "control allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"traffic", "admin", "management"})
    void the_page_goes_live_wherever_it_was_loaded_from_and_is_read_only_without_a_token(String from) {
        String origin = switch (from) {
            case "traffic" -> urls.traffic();
            case "admin" -> urls.admin();
            default -> urls.management();
        };
        Page page = live(origin.replace("127.0.0.1", "localhost") + "/dashboard");

        shows(page.locator("#notices"), Pattern.compile("Read only"));
        assertThat(card(page, "server-1").locator("button[data-verb=kill]")).hasAttribute("aria-disabled", "true");
        assertThat(browser.complaints(page)).isEmpty();
    }

    @Test
    void a_lost_balancer_is_said_and_the_page_comes_back_with_it() {
        Page page = live(urls.management() + "/dashboard");
        long pid = Objects.requireNonNull(launcher.status().nodes().get(0).pid());

        ProcessHandle.of(pid).orElseThrow().destroyForcibly();

        shows(page.locator("#events"), Pattern.compile("balancer.*is started again"));
        shows(page.locator(".link").first(), "balancer live");
        shows(page.locator("#balancer"), Pattern.compile("balancer process ready .* 1 restart"));
    }

    private Page live(String url) {
        Page page = browser.page(url);
        shows(page.locator("#members-count"), "5 of 5 up");
        shows(page.locator("#links"), Pattern.compile("balancer live.*launcher live", Pattern.DOTALL));
        return page;
    }

    private static Locator card(Page page, String name) {
        return page.locator("[data-member=" + name + "]");
    }

    private static void press(Locator card, String verb) {
        card.locator("button[data-verb=" + verb + "][aria-disabled=false]").click();
    }

    private static void shows(Locator where, String text) {
        assertThat(where).hasText(text, new HasTextOptions().setTimeout(PATIENCE_MS));
    }

    private static void shows(Locator where, Pattern text) {
        assertThat(where).containsText(text, new ContainsTextOptions().setTimeout(PATIENCE_MS));
    }
}
