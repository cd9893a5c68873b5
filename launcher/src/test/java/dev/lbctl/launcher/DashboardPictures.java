package dev.lbctl.launcher;

import static dev.lbctl.launcher.DashboardCluster.card;
import static dev.lbctl.launcher.DashboardCluster.press;
import static dev.lbctl.launcher.DashboardCluster.shows;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Takes the pictures of docs/images; no test, and run by {@code docs/capture/page} alone. */
class DashboardPictures {
    private static final Path IMAGES = Path.of("..", "docs", "images");
    private static final List<String> PATHS = List.of(
            "GET /",
            "GET /api/process",
            "GET /echo/orders/17",
            "POST /api/process",
            "GET /nowhere",
            "GET /api/process");

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void the_page_in_its_looks() throws Exception {
        try (DashboardCluster cluster = DashboardCluster.start()) {
            ScheduledExecutorService traffic = Executors.newScheduledThreadPool(1);
            String to = cluster.urls().traffic();
            traffic.scheduleAtFixedRate(() -> send(to), 0, 25, TimeUnit.MILLISECONDS);
            Page page = cluster.allowed();
            page.setViewportSize(1280, 840);
            live(page);
            takeAll(page);
            traffic.shutdownNow();
        }
    }

    /** A minute in the life of a cluster. */
    private static void live(Page page) throws InterruptedException {
        pass(20);
        press(card(page, "server-2"), "fault=begin");
        page.fill("#fault-delay", "200");
        page.selectOption("#fault-time", "5m");
        page.click("#fault-yes");
        pass(10);
        press(card(page, "server-3"), "verb=kill");
        explain(page);
        pass(5);
        press(card(page, "server-3"), "verb=start");
        shows(card(page, "server-3").locator(".badge"), "up");
        press(card(page, "server-5"), "duty=drain");
        pass(5);
        press(card(page, "server-5"), "duty=ready");
        page.getByLabel("Algorithm").selectOption("least_response_time");
        pass(15);
        press(card(page, "server-4"), "verb=kill");
        shows(page.locator("#events"), Pattern.compile("server-4 is down"));
        pass(13);
    }

    /** Of a request that the killed server had refused. */
    private static void explain(Page page) throws InterruptedException {
        page.selectOption("#theme", "light");
        page.locator("#log tr:has(.retried) button").first().click();
        shows(page.locator("#explanation"), Pattern.compile("Who came into question"));
        take(page, "light", "dashboard-explanation", "body");
        page.keyboard().press("Escape");
    }

    private static void takeAll(Page page) throws InterruptedException {
        take(page, "light", "dashboard-light", "body");
        take(page, "terminal", "dashboard-terminal", "body");
        take(page, "dark", "dashboard-dark", ".columns");
        page.setViewportSize(390, 844);
        take(page, "light", "dashboard-phone", "body");
    }

    private static void take(Page page, String theme, String name, String from) throws InterruptedException {
        if (!page.locator("dialog[open]").isVisible()) {
            page.selectOption("#theme", theme);
            page.mouse().move(0, 0);
        }
        page.evaluate("from => document.querySelector(from).scrollIntoView()", from);
        pass(1);
        page.screenshot(new Page.ScreenshotOptions().setPath(IMAGES.resolve(name + ".png")));
    }

    private void send(String to) {
        String[] wanted =
                PATHS.get(ThreadLocalRandom.current().nextInt(PATHS.size())).split(" ", -1);
        HttpRequest request = HttpRequest.newBuilder(URI.create(to + wanted[1]))
                .method(wanted[0], wanted[0].equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString("{}"))
                .build();
        http.sendAsync(request, BodyHandlers.discarding());
    }

    private static void pass(int seconds) throws InterruptedException {
        Thread.sleep(Duration.ofSeconds(seconds).toMillis());
    }
}
