package dev.lbctl.launcher;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.lbctl.launcher.DashboardCluster.shows;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The page before 20 members and 10,000 requests a second, told as a balancer tells them. How long is set by {@code -Dendurance.seconds};
 * {@code bench/dashboard} does it for a minute and prints what was measured.
 */
class DashboardEnduranceIT {
    private static final int SECONDS = Integer.getInteger("endurance.seconds", 5);
    private static final long MOST_GROWTH = 4L << 20;

    /** Frames, and how late each event was on the page. */
    private static final String WATCH = """
            async seconds => {
              const lags = [];
              let frames = 0, longest = 0, before = performance.now();
              const began = before;
              const watch = new MutationObserver(changes => changes.flatMap(change => [...change.addedNodes])
                .forEach(item => lags.push(Date.now() - Date.parse(item.querySelector('time').dateTime))));
              watch.observe(document.getElementById('events'), { childList: true });
              await new Promise(done => requestAnimationFrame(function frame(now) {
                frames++;
                longest = Math.max(longest, now - before);
                before = now;
                if (now - began < seconds * 1000) requestAnimationFrame(frame); else done();
              }));
              watch.disconnect();
              lags.sort((a, b) => a - b);
              const at = part => lags[Math.floor((lags.length - 1) * part)];
              return `${(frames / (before - began) * 1000).toFixed(1)} frames/s, the longest ${longest.toFixed(0)} ms; `
                + `${lags.length} events shown, ${at(.5)} ms after they were told (p50), ${at(.99)} ms (p99), ${at(1)} ms (longest)`;
            }
            """;

    @Test
    void twenty_members_at_ten_thousand_requests_a_second_neither_outrun_the_page_nor_make_it_grow() {
        try (DashboardBrowser browser = DashboardBrowser.open();
                Flood flood = new Flood(new Torrent(20, 10_000, Instant.now()))) {
            Page page = browser.page(flood.url());
            shows(page.locator("#members-count"), Pattern.compile("of 20 up"));
            assertThat(page.locator("#log tr"))
                    .hasCount(200, new HasCountOptions().setTimeout(DashboardCluster.PATIENCE_MS));
            assertThat(page.locator("#events li")).hasCount(200);
            CDPSession debugger = page.context().newCDPSession(page);
            debugger.send("Performance.enable", threadTime());
            Footprint before = size(debugger);

            System.out.println("endurance: " + SECONDS + " s: " + page.evaluate(WATCH, SECONDS));

            Footprint after = size(debugger);
            System.out.printf(
                    "endurance: %.0f %% of a core for the page's main thread; heap %.1f MB, then %.1f MB; %.0f nodes, then %.0f%n",
                    (after.cpuSeconds() - before.cpuSeconds()) / SECONDS * 100,
                    before.heap() / (1 << 20),
                    after.heap() / (1 << 20),
                    before.nodes(),
                    after.nodes());
            String last = flood.lastEvent() % 2 == 0 ? "is down" : "is up";
            shows(page.locator("#events li").first(), Pattern.compile(last));
            assertThat(after.nodes()).isLessThan(before.nodes() * 1.3);
            assertThat(after.heap()).isLessThan(before.heap() + MOST_GROWTH);
            assertThat(browser.complaints(page)).isEmpty();
        }
    }

    /** CPU time rather than the clock's, since the machine has other things to do. */
    private static JsonObject threadTime() {
        JsonObject domain = new JsonObject();
        domain.addProperty("timeDomain", "threadTicks");
        return domain;
    }

    /** Of the page; heap in bytes. */
    private record Footprint(double cpuSeconds, double heap, double nodes) {}

    /** Once what nobody needs has been collected. */
    private static Footprint size(CDPSession debugger) {
        debugger.send("HeapProfiler.collectGarbage");
        JsonArray told = debugger.send("Performance.getMetrics").getAsJsonArray("metrics");
        return new Footprint(metric(told, "TaskDuration"), metric(told, "JSHeapUsedSize"), metric(told, "Nodes"));
    }

    private static double metric(JsonArray told, String name) {
        for (JsonElement each : told) {
            if (each.getAsJsonObject().get("name").getAsString().equals(name)) {
                return each.getAsJsonObject().get("value").getAsDouble();
            }
        }
        throw new AssertionError("the browser does not tell its " + name);
    }
}
