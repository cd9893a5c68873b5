package dev.lbctl.backend;

import dev.lbctl.backend.Refusals.Refused;
import dev.lbctl.backend.Wire.CpuLoad;
import dev.lbctl.backend.Wire.Echo;
import dev.lbctl.backend.Wire.Greeting;
import dev.lbctl.backend.Wire.Processed;
import dev.lbctl.backend.Wire.Stats;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** What the sample server does for a living. */
final class WorkEndpoints {
    private static final int ECHOED_BYTES = 64 * 1024;
    private static final int LONGEST_LOAD_MS = 10_000;

    private final BackendOptions options;
    private final Behaviour behaviour;
    private final Served served;

    WorkEndpoints(BackendOptions options, Behaviour behaviour, Served served) {
        this.options = options;
        this.behaviour = behaviour;
        this.served = served;
    }

    void greet(Context ctx) {
        ctx.json(new Greeting(
                options.title(),
                ctx.req().getLocalPort(),
                served.requests(),
                served.uptimeSeconds(),
                served.now().toString()));
    }

    void echo(Context ctx) throws IOException {
        InputStream body = ctx.bodyInputStream();
        byte[] start = body.readNBytes(ECHOED_BYTES);
        long length = start.length + body.transferTo(OutputStream.nullOutputStream());
        ctx.json(new Echo(
                options.title(),
                ctx.req().getMethod(),
                ctx.path(),
                Objects.requireNonNullElse(ctx.queryString(), ""),
                headers(ctx),
                length,
                new String(start, StandardCharsets.UTF_8)));
    }

    private static Map<String, String> headers(Context ctx) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : Collections.list(ctx.req().getHeaderNames())) {
            headers.put(name, String.join(", ", Collections.list(ctx.req().getHeaders(name))));
        }
        return headers;
    }

    void process(Context ctx) throws InterruptedException {
        Duration work = behaviour.work();
        Thread.sleep(work.toMillis());
        ctx.json(new Processed(options.title(), work.toMillis(), "null"));
    }

    void processPosted(Context ctx) throws InterruptedException {
        String received = Wire.any(ctx, "{\"order\": 1}");
        Duration work = behaviour.work();
        Thread.sleep(work.toMillis());
        ctx.json(new Processed(options.title(), work.toMillis(), received));
    }

    void stats(Context ctx) {
        Runtime runtime = Runtime.getRuntime();
        ctx.json(new Stats(
                options.title(),
                ctx.req().getLocalPort(),
                ProcessHandle.current().pid(),
                served.requests(),
                served.failures(),
                served.uptimeSeconds(),
                behaviour.ready(),
                runtime.totalMemory() - runtime.freeMemory()));
    }

    void simulateLoad(Context ctx) {
        long duration = Wire.only(ctx, "duration_ms", Long.class, "{\"duration_ms\": 500}");
        if (duration < 1 || duration > LONGEST_LOAD_MS) {
            throw new Refused("duration_ms is " + duration, "send from 1 to " + LONGEST_LOAD_MS);
        }
        long end = System.nanoTime() + Duration.ofMillis(duration).toNanos();
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        ctx.json(new CpuLoad(duration));
    }
}
