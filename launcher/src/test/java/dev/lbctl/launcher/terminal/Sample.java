package dev.lbctl.launcher.terminal;

import dev.lbctl.balancer.api.BackendStatus;
import dev.lbctl.balancer.api.ConfigStatus;
import dev.lbctl.balancer.api.Event;
import dev.lbctl.balancer.api.RequestEntry;
import dev.lbctl.balancer.api.Statistics;
import dev.lbctl.balancer.api.StatusReport;
import dev.lbctl.launcher.api.ClusterStatus;
import dev.lbctl.launcher.api.NodeStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A cluster of five servers as launcher and balancer describe it: server-3 is down, one request target is hostile. */
final class Sample {
    static final Instant NOW = Instant.parse("2026-01-02T10:00:00Z");

    private Sample() {}

    static Model model(int width, int height) {
        return Model.initial(new Model.Size(width, height), NOW).with(facts());
    }

    static Facts facts() {
        return new Facts(
                Facts.Reading.answered(cluster(), NOW), Facts.Reading.answered(report(), NOW), List.of(), Map.of());
    }

    static ClusterStatus cluster() {
        List<NodeStatus> nodes = new ArrayList<>();
        nodes.add(node("balancer", "balancer", 8000));
        IntStream.rangeClosed(1, 5).forEach(number -> nodes.add(node("server-" + number, "server", 9000 + number)));
        var urls = new ClusterStatus.Urls(
                "http://127.0.0.1:8000", "http://127.0.0.1:8090", "http://127.0.0.1:8004", "http://127.0.0.1:8004/");
        return new ClusterStatus("default", "0.1.0", "ready", 77, 723, urls, nodes);
    }

    static StatusReport report() {
        List<BackendStatus> backends =
                IntStream.rangeClosed(1, 5).mapToObj(Sample::backend).toList();
        var statistics = new Statistics(12_345, 12_343, 2, 99.98, 3, 4, 61.25);
        return new StatusReport(
                "0.1.0",
                "round_robin",
                720,
                statistics,
                List.of(),
                backends,
                requests(100),
                new ConfigStatus(NOW, "start", null));
    }

    static Event event(int id, String message) {
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
