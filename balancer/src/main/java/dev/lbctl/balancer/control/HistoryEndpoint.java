package dev.lbctl.balancer.control;

import dev.lbctl.balancer.api.HistoryReport;
import dev.lbctl.balancer.history.History;
import dev.lbctl.balancer.history.Sample;
import dev.lbctl.balancer.history.Sampling;
import dev.lbctl.balancer.surface.Refusal;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** {@code GET /history?after=2026-01-31T12:00:00Z}, and the samples behind it, taken while the server listens. */
final class HistoryEndpoint {
    private static final double MS = 1e3;

    private final History history;
    private final Sampling sampling;

    HistoryEndpoint(History history) {
        this.history = history;
        this.sampling = new Sampling(history);
    }

    void start() {
        sampling.start();
    }

    void stop() {
        sampling.close();
    }

    void show(Context request) {
        Instant after = moment(request.queryParam("after"));
        request.json(new HistoryReport(
                History.STEP.toMillis() / MS,
                history.after(after).stream().map(HistoryEndpoint::sample).toList()));
    }

    private static HistoryReport.Sample sample(Sample sample) {
        return new HistoryReport.Sample(
                sample.time(),
                sample.seconds(),
                sample.requests(),
                sample.failed(),
                sample.inFlight(),
                sample.latency().p50(),
                sample.latency().p95(),
                sample.latency().p99(),
                sample.members().stream().map(HistoryEndpoint::backend).toList());
    }

    private static HistoryReport.OfBackend backend(Sample.OfMember part) {
        return new HistoryReport.OfBackend(part.pool(), part.name(), part.attempts(), part.failed(), part.inFlight());
    }

    private static Instant moment(@Nullable String text) {
        if (text == null) {
            return Instant.EPOCH;
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw Refusal.wrongValue("after is \"" + text + "\"", "write a time like 2026-01-31T12:00:00Z");
        }
    }
}
