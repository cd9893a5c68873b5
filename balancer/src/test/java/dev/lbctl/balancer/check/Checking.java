package dev.lbctl.balancer.check;

import dev.lbctl.balancer.TestConfig;
import dev.lbctl.balancer.pool.Backend;
import dev.lbctl.balancer.probe.Probe;
import dev.lbctl.balancer.probe.Probe.Result;
import dev.lbctl.balancer.upstream.Network;
import dev.lbctl.config.HealthConfig;
import dev.lbctl.config.ProbeConfig;
import dev.lbctl.config.StatusSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Checks made as the health checker makes them. */
final class Checking {
    static final ProbeConfig TCP = probe(ProbeConfig.Type.TCP, "200", null);

    private static final Duration PATIENT = Duration.ofSeconds(5);

    private final ProbeLoop loop = new ProbeLoop(Network.ofSystem(TestConfig.TRANSPORT));

    static ProbeConfig http(String expect, @Nullable String body) {
        return probe(ProbeConfig.Type.HTTP, expect, body);
    }

    private static ProbeConfig probe(ProbeConfig.Type type, String expect, @Nullable String body) {
        StatusSet statuses = StatusSet.parse(expect).orElseThrow();
        return new ProbeConfig(type, "/health", "GET", null, List.of(), statuses, body);
    }

    Result check(ProbeConfig config, Backend backend) throws Exception {
        return check(config, backend, PATIENT);
    }

    Result check(ProbeConfig config, Backend backend, Duration timeout) throws Exception {
        Probe probe = probe(config, backend, timeout);
        Result result = check(probe);
        loop.thread().execute(probe::close);
        return result;
    }

    /** So many checks by one probe, one after the other. */
    List<Result> check(int times, Backend backend) throws Exception {
        Probe probe = probe(http("200", null), backend, PATIENT);
        List<Result> results = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            results.add(check(probe));
        }
        loop.thread().execute(probe::close);
        return results;
    }

    void stop() {
        loop.stop();
    }

    private Probe probe(ProbeConfig config, Backend backend, Duration timeout) {
        return loop.of(new HealthConfig(config, PATIENT, PATIENT, timeout, 2, 3), backend);
    }

    private Result check(Probe probe) throws Exception {
        return CompletableFuture.supplyAsync(probe::check, loop.thread())
                .thenCompose(result -> result)
                .get(10, TimeUnit.SECONDS);
    }
}
