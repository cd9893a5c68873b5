package dev.lbctl.launcher;

import dev.lbctl.balancer.api.BackendStatus;
import dev.lbctl.balancer.api.ConfigStatus;
import dev.lbctl.balancer.api.Event;
import dev.lbctl.balancer.api.HistoryReport;
import dev.lbctl.balancer.api.PoolStatus;
import dev.lbctl.balancer.api.RequestEntry;
import dev.lbctl.balancer.api.RequestList;
import dev.lbctl.balancer.api.Statistics;
import dev.lbctl.balancer.api.StatusReport;
import dev.lbctl.launcher.api.FaultStatus;
import dev.lbctl.launcher.api.NodeList;
import dev.lbctl.launcher.api.NodeStatus;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** What a balancer with many members would tell while so many requests a second go through it; everything moves all the time. */
record Torrent(int members, int rate, Instant began) {
    private static final int SAMPLES = 450;
    private static final double STEP = 2;

    StatusReport status(Instant now) {
        double uptime = uptime(now);
        long total = (long) (uptime * rate);
        return new StatusReport(
                "0.1.0",
                "round_robin",
                uptime,
                new Statistics(total, total - total / 100, total / 100, 99, total / 50, rate / 100, rate),
                List.of(new PoolStatus("default", "round_robin", members, members, false)),
                IntStream.rangeClosed(1, members)
                        .mapToObj(number -> backend(number, total / members))
                        .toList(),
                requests(now, 20).requests(),
                new ConfigStatus(began, "start", null));
    }

    private static BackendStatus backend(int number, long requests) {
        boolean up = ThreadLocalRandom.current().nextInt(10) > 0;
        double latency = ThreadLocalRandom.current().nextDouble(1, 20);
        return new BackendStatus(
                "server-" + number,
                "default",
                "http://127.0.0.1:" + (9000 + number),
                up ? "up" : "down",
                up ? "HTTP 200" : "2 of 3 probes failed, last: connection refused",
                "ready",
                null,
                1,
                up,
                ThreadLocalRandom.current().nextInt(10),
                requests,
                requests / 100,
                latency,
                latency,
                latency * 2,
                latency * 3);
    }

    /** The newest of those that ended by now. */
    RequestList requests(Instant now, int count) {
        long newest = (long) (uptime(now) * rate);
        return new RequestList(LongStream.range(newest - count, newest)
                .mapToObj(id -> request(id, now))
                .toList());
    }

    private RequestEntry request(long id, Instant now) {
        boolean failed = id % 97 == 0;
        return new RequestEntry(
                id,
                Long.toHexString(id),
                now.minusMillis(id % 250),
                "127.0.0.1",
                id % 5 == 0 ? "POST" : "GET",
                "/orders/" + id,
                failed ? 502 : 200,
                "default",
                "server-" + (1 + id % members),
                id % 31 == 0 ? 2 : 1,
                ThreadLocalRandom.current().nextDouble(1, 50),
                failed ? "connection refused" : null);
    }

    /** The samples of a quarter of an hour, or those of it that ended later than some time. */
    HistoryReport history(Instant now, Instant after) {
        return new HistoryReport(
                STEP,
                LongStream.range(0, SAMPLES)
                        .mapToObj(index -> now.minusSeconds((long) (STEP * (SAMPLES - index))))
                        .filter(time -> time.isAfter(after.plusMillis(500)))
                        .map(this::sample)
                        .toList());
    }

    private HistoryReport.Sample sample(Instant time) {
        long each = (long) (STEP * rate / members);
        return new HistoryReport.Sample(
                time,
                STEP,
                each * members,
                each / 100 * members,
                rate / 100,
                ThreadLocalRandom.current().nextDouble(1, 5),
                ThreadLocalRandom.current().nextDouble(5, 20),
                ThreadLocalRandom.current().nextDouble(20, 90),
                IntStream.rangeClosed(1, members)
                        .mapToObj(number ->
                                new HistoryReport.OfBackend("default", "server-" + number, each, each / 100, 5))
                        .toList());
    }

    NodeList nodes(Instant now) {
        return new NodeList(IntStream.rangeClosed(0, members)
                .mapToObj(number -> new NodeStatus(
                        number == 0 ? "balancer" : "server-" + number,
                        number == 0 ? "balancer" : "server",
                        "127.0.0.1:" + (9000 + number),
                        10_000L + number,
                        "ready",
                        number % 3,
                        uptime(now),
                        "answers",
                        "/var/log/" + number,
                        FaultStatus.NONE))
                .toList());
    }

    Event event(long id, Instant now) {
        String server = "server-" + (1 + id % members);
        return id % 2 == 0
                ? new Event(id, now, "balancer", "down", server, server + " is down: connection refused; 19 of 20 left")
                : new Event(id, now, "balancer", "up", server, server + " is up: HTTP 200; 20 of 20 in rotation");
    }

    private double uptime(Instant now) {
        return (now.toEpochMilli() - began.toEpochMilli()) / 1000.0 + 900;
    }
}
