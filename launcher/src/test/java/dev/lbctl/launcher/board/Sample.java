package dev.lbctl.launcher.board;

import dev.lbctl.balancer.api.BackendStatus;
import dev.lbctl.balancer.api.ConfigStatus;
import dev.lbctl.balancer.api.Event;
import dev.lbctl.balancer.api.HistoryReport;
import dev.lbctl.balancer.api.HistoryReport.OfBackend;
import dev.lbctl.balancer.api.PoolStatus;
import dev.lbctl.balancer.api.RequestEntry;
import dev.lbctl.balancer.api.Statistics;
import dev.lbctl.balancer.api.StatusReport;
import dev.lbctl.launcher.api.ClusterStatus;
import dev.lbctl.launcher.api.NodeStatus;
import dev.lbctl.launcher.facts.Facts;
import dev.lbctl.launcher.facts.News;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A cluster of five servers as launcher and balancer describe it: server-3 is down, server-4 drains. */
public final class Sample {
    public static final Instant NOW = Instant.parse("2026-01-02T10:00:00Z");

    private Sample() {}

    public static Model model(int width, int height) {
        return learn(
                nothing(width, height),
                new News.LauncherAnswered(cluster(), NOW),
                new News.BalancerAnswered(report(), NOW),
                new News.Recorded(history()));
    }

    /** Before anybody answered. */
    public static Model nothing(int width, int height) {
        return Model.initial(new Size(width, height), NOW, false);
    }

    public static Facts facts() {
        return model(80, 24).facts();
    }

    public static Model learn(Model model, News... news) {
        Model now = model;
        for (News each : news) {
            now = Update.apply(now, new Input.Learned(each)).model();
        }
        return now;
    }

    public static Model press(Model model, Key... keys) {
        Model now = model;
        for (Key key : keys) {
            now = pressed(now, key).model();
        }
        return now;
    }

    /** The first thing a terminal sends for that key. */
    public static Step pressed(Model model, Key key) {
        String text = key.sequences().isEmpty() ? "~" : key.sequences().get(0);
        return Update.apply(model, new Input.Pressed(key, text));
    }

    public static Model sized(Model model, int width, int height) {
        return Update.apply(model, new Input.Resized(new Size(width, height))).model();
    }

    public static Model noticed(Model model, String text) {
        return Update.apply(model, new Input.Noticed(new Notice(text, true, NOW)))
                .model();
    }

    /** Ten samples: the load grows, all of it goes to server-1 and server-2. */
    public static HistoryReport history() {
        return new HistoryReport(
                2,
                IntStream.rangeClosed(1, 10)
                        .mapToObj(number -> new HistoryReport.Sample(
                                NOW.minusSeconds(20 - 2 * number),
                                2,
                                number * 20L,
                                0,
                                4,
                                3,
                                11.4,
                                38,
                                List.of(
                                        new OfBackend("default", "server-1", number * 15L, 0, 1),
                                        new OfBackend("default", "server-2", number * 5L, 0, 1))))
                        .toList());
    }

    public static ClusterStatus cluster() {
        List<NodeStatus> nodes = new ArrayList<>();
        nodes.add(node("balancer", "balancer", 8000));
        IntStream.rangeClosed(1, 5).forEach(number -> nodes.add(node("server-" + number, "server", 9000 + number)));
        var urls = new ClusterStatus.Urls(
                "http://127.0.0.1:8000", "http://127.0.0.1:8090", "http://127.0.0.1:8004", "http://127.0.0.1:8004/");
        return new ClusterStatus("default", "0.1.0", "ready", 77, 723, urls, nodes);
    }

    public static StatusReport report() {
        List<BackendStatus> backends =
                IntStream.rangeClosed(1, 5).mapToObj(Sample::backend).toList();
        var statistics = new Statistics(12_345, 12_343, 2, 99.98, 3, 4, 61.25);
        return new StatusReport(
                "0.1.0",
                "round_robin",
                720,
                statistics,
                List.of(new PoolStatus("default", "round_robin", 5, 3, false)),
                backends,
                requests(100),
                new ConfigStatus(NOW, "start", null));
    }

    public static Event event(int id, String message) {
        return new Event(id, NOW.plusSeconds(id), "launcher", "killed", "server-3", message);
    }

    private static NodeStatus node(String name, String role, int port) {
        boolean killed = name.equals("server-3");
        return new NodeStatus(
                name,
                role,
                "127.0.0.1:" + port,
                killed ? null : 10_000L + port,
                killed ? "stopped" : "ready",
                name.equals("server-5") ? 2 : 0,
                killed ? 0 : 720,
                killed ? "killed on request" : "answers",
                "/var/log/" + name + ".log",
                null);
    }

    private static BackendStatus backend(int number) {
        boolean up = number != 3;
        return new BackendStatus(
                "server-" + number,
                "default",
                "http://127.0.0.1:" + (9000 + number),
                up ? "up" : "down",
                up ? "probe passed" : "connection refused",
                number == 4 ? "drain" : "ready",
                null,
                1,
                up && number != 4,
                1,
                2_469,
                up ? 0 : 2,
                4.2,
                3,
                11.4,
                38);
    }

    private static List<RequestEntry> requests(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(id -> new RequestEntry(
                        id,
                        "id-" + id,
                        NOW.plusMillis(id),
                        "127.0.0.1",
                        "GET",
                        id == count ? "/\033[2J\033]0;owned\007" : "/item/" + id,
                        id == count - 1 ? 502 : 200,
                        "default",
                        "server-1",
                        1,
                        3.4,
                        id == count - 1 ? "no member left" : null))
                .toList();
    }
}
