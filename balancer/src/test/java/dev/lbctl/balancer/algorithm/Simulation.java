package dev.lbctl.balancer.algorithm;

import dev.lbctl.balancer.pool.Load;
import dev.lbctl.balancer.pool.Member;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.SplittableRandom;

/**
 * Servers with four workers each under a Poisson stream of requests; service times are exponential. It jumps from event to
 * event, so that an hour takes a moment and every run of a seed is the same.
 */
final class Simulation {
    private static final int WORKERS = 4;
    private static final double MILLI = 1e6;

    private final PriorityQueue<Event> agenda = new PriorityQueue<>(Comparator.comparingLong(Event::at));
    private final Map<String, Server> servers = new HashMap<>();
    private final List<Long> latencies = new ArrayList<>();
    private final Rotation rotation;
    private final SplittableRandom random;
    private long now;

    private record Event(long at, Runnable what) {}

    /** What clients saw, from sending a request to the answer's first byte. */
    record Report(double p50Millis, double p99Millis) {}

    /** @param meanMillis of the service time, by the server's name; it has one server for each. */
    Simulation(Rotation rotation, Map<String, Double> meanMillis, SplittableRandom random) {
        this.rotation = rotation;
        this.random = random;
        meanMillis.forEach((name, mean) -> servers.put(name, new Server(mean * MILLI)));
    }

    Report run(double requestsPerSecond, int requests) {
        long at = 0;
        for (int i = 0; i < requests; i++) {
            at += exponential(1e9 / requestsPerSecond);
            agenda.add(new Event(at, this::arrive));
        }
        while (!agenda.isEmpty()) {
            Event next = agenda.remove();
            now = next.at();
            next.what().run();
        }
        Collections.sort(latencies);
        return new Report(latencies.get(requests / 2) / MILLI, latencies.get(requests / 100 * 99) / MILLI);
    }

    private void arrive() {
        Member member = rotation.pick(Asking.from("10.0." + random.nextInt(256) + "." + random.nextInt(256)));
        member.load().begin();
        Objects.requireNonNull(servers.get(member.name())).take(new Request(now, member.load()));
    }

    private void finish(Request request) {
        latencies.add(now - request.sent());
        request.load().answered(now - request.sent(), now);
        request.load().end(false);
    }

    private long exponential(double mean) {
        return (long) (-mean * Math.log(1 - random.nextDouble()));
    }

    private record Request(long sent, Load load) {}

    /** Works on a few requests at a time; the others wait in order. */
    private final class Server {
        private final double mean;
        private final Queue<Request> waiting = new ArrayDeque<>();
        private int free = WORKERS;

        Server(double mean) {
            this.mean = mean;
        }

        void take(Request request) {
            waiting.add(request);
            work();
        }

        private void work() {
            if (free > 0 && !waiting.isEmpty()) {
                free--;
                Request request = waiting.remove();
                agenda.add(new Event(now + exponential(mean), () -> {
                    free++;
                    finish(request);
                    work();
                }));
            }
        }
    }
}
