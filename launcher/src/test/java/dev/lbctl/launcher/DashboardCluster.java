package dev.lbctl.launcher;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import dev.lbctl.config.Address;
import dev.lbctl.config.file.ConfigFile;
import dev.lbctl.config.file.ConfigResult;
import dev.lbctl.launcher.api.ClusterStatus;
import dev.lbctl.launcher.node.StartResult;
import dev.lbctl.launcher.process.PortPicker;
import dev.lbctl.launcher.reload.Source;
import dev.lbctl.launcher.rundir.RunDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

/** A real cluster of five, and a real browser that looks at its dashboard. */
final class DashboardCluster implements AutoCloseable {
    static final String NAME = "page";
    static final double PATIENCE_MS = 20_000;

    private final DashboardBrowser browser;
    private final Launcher launcher;
    private final Path home;
    private final String token;

    private DashboardCluster(DashboardBrowser browser, Launcher launcher, Path home, String token) {
        this.browser = browser;
        this.launcher = launcher;
        this.home = home;
        this.token = token;
    }

    static DashboardCluster start() throws Exception {
        DashboardBrowser browser = DashboardBrowser.open();
        Path home = Files.createTempDirectory(Path.of("target"), "page").toAbsolutePath();
        RunDirectory directory = RunDirectory.of(NAME, Map.of("XDG_STATE_HOME", home.toString()));
        ConfigResult config = ConfigFile.parse("page.yaml", """
                listener: { address: "127.0.0.1:0", admin_paths: true }
                admin: { address: "127.0.0.1:0" }
                management: { address: "127.0.0.1:0" }
                pools: { default: { run: { sample: 5, first_port: %d } } }
                """.formatted(
                        PortPicker.resolve(new Address("127.0.0.1", 0)).port()));
        assertThat(config).isInstanceOf(ConfigResult.Valid.class);
        Launcher launcher = Launcher.start(Source.typed(((ConfigResult.Valid) config).config()), directory);
        assertThat(launcher.awaitReady()).as("start of the cluster").isInstanceOf(StartResult.Started.class);
        return new DashboardCluster(
                browser, launcher, home, directory.token().read().orElseThrow());
    }

    ClusterStatus.Urls urls() {
        return launcher.status().urls();
    }

    Launcher launcher() {
        return launcher;
    }

    /** What {@code XDG_STATE_HOME} has to be for commands to find it by its {@link #NAME}. */
    Path home() {
        return home;
    }

    DashboardBrowser browser() {
        return browser;
    }

    /** The page from the balancer's listener, with everything up and allowed. */
    Page allowed() {
        return live(urls().traffic() + "/dashboard#token=" + token);
    }

    /** The same page, from the launcher. */
    Page allowedByLauncher() {
        return live(urls().management() + "/dashboard#token=" + token);
    }

    Page live(String url) {
        Page page = browser.page(url);
        shows(page.locator("#members-count"), "5 of 5 up");
        shows(page.locator("#links"), Pattern.compile("balancer live.*launcher live", Pattern.DOTALL));
        return page;
    }

    static Locator card(Page page, String name) {
        return page.locator("[data-member=" + name + "]");
    }

    /** what: an attribute of a button and its value, like {@code verb=kill}. */
    static void press(Locator card, String what) {
        card.locator("button[data-" + what.replace("=", "='") + "'][aria-disabled=false]")
                .click();
    }

    static void shows(Locator where, String text) {
        assertThat(where).hasText(text, new HasTextOptions().setTimeout(PATIENCE_MS));
    }

    static void shows(Locator where, Pattern text) {
        assertThat(where).containsText(text, new ContainsTextOptions().setTimeout(PATIENCE_MS));
    }

    @Override
    public void close() {
        launcher.shutdown().join();
        browser.close();
    }
}
