package dev.lbctl.launcher;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The machine's own Chromium without a window. Where there is none the test is skipped, and says so. */
final class DashboardBrowser implements AutoCloseable {
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;
    private final Map<Page, List<String>> complaints = new HashMap<>();

    private DashboardBrowser(Path node, Path chromium) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        environment.put("PLAYWRIGHT_NODEJS_PATH", node.toString());
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(FLAGS));
    }

    static DashboardBrowser open() {
        return new DashboardBrowser(required("node"), required("chromium"));
    }

    /** A page of its own session; what it complains about in its console is kept. */
    Page page(String url) {
        Page page = browser.newContext().newPage();
        List<String> heard = new ArrayList<>();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                heard.add(message.text());
            }
        });
        page.onPageError(heard::add);
        complaints.put(page, heard);
        page.navigate(url);
        return page;
    }

    /** Errors of its scripts, of the content security policy, and of what could not be loaded. */
    List<String> complaints(Page page) {
        return List.copyOf(complaints.getOrDefault(page, List.of()));
    }

    void closePages() {
        complaints.keySet().forEach(page -> page.context().close());
        complaints.clear();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private static Path required(String program) {
        Optional<Path> found = Stream.of(
                        System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
        if (found.isEmpty()) {
            System.err.println("SKIPPED: the browser dashboard is not tested, " + program + " is not on the PATH");
        }
        assumeTrue(found.isPresent(), program + " is not on the PATH");
        return found.orElseThrow();
    }
}
