package dev.lbctl.launcher.client;

import dev.lbctl.balancer.api.AlgorithmChange;
import dev.lbctl.balancer.api.AlgorithmReport;
import dev.lbctl.balancer.api.BackendChange;
import dev.lbctl.balancer.api.BackendList;
import dev.lbctl.balancer.api.BackendStatus;
import dev.lbctl.balancer.api.ConfigReport;
import dev.lbctl.balancer.api.Explanation;
import dev.lbctl.balancer.api.HistoryReport;
import dev.lbctl.balancer.api.JoinRequest;
import dev.lbctl.balancer.api.StatusReport;
import dev.lbctl.config.Address;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calls the balancer's admin API. Every method but {@link #isReady} may end in a {@link CallFailure}. */
public final class BalancerClient {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    /** New servers are probed first, for 10 s at most. */
    private static final Duration CHANGEOVER = Duration.ofSeconds(20);

    private static final Duration PROBE = Duration.ofSeconds(1);

    private final Calls calls;

    public BalancerClient(Address admin, String token) {
        this.calls = new Calls(admin, token);
    }

    /** Loads what its answer about backends needs: a caller who does that meanwhile waits less for it. */
    public static void prepare() {
        Calls.prepare(BackendList.class);
    }

    /** Whether it takes traffic; false also when nobody answers. */
    public boolean isReady() {
        try {
            return calls.status("/readyz", PROBE) == 200;
        } catch (CallFailure notThere) {
            return false;
        }
    }

    public StatusReport status() {
        return calls.get("/status", StatusReport.class, LIMIT);
    }

    /** How the time since then went. */
    public HistoryReport history(Instant after) {
        return calls.get("/history?after=" + after, HistoryReport.class, LIMIT);
    }

    public BackendList backends() {
        return calls.get("/backends", BackendList.class, LIMIT);
    }

    /** Adds a backend, or announces it again. */
    public void join(JoinRequest backend) {
        calls.tell("POST", "/backends", backend, LIMIT);
    }

    /** Has requests wait for a backend that is gone, or about to go, and comes back within some time, or tells that it does not. */
    public void expect(String name, BackendChange returning) {
        calls.tell("PATCH", path(name), returning, LIMIT);
    }

    /** Takes a backend out of its pool. */
    public void leave(String name) {
        calls.tell("DELETE", path(name), null, LIMIT);
    }

    /** Has a backend that is about to be stopped get nothing new; no wish of the operator's, and over when it joins again. */
    public void setAside(String name) {
        calls.tell("PATCH", path(name), BackendChange.settingAside(), LIMIT);
    }

    /** Changes what the operator wants of a backend, and answers with what came of it. */
    public BackendStatus change(BackendStatus backend, BackendChange change) {
        String path = path(backend.name()) + "?pool=" + encoded(backend.pool());
        return calls.ask(new Calls.Change("PATCH", path, change), BackendStatus.class, LIMIT);
    }

    /** Has it go by another configuration, in the form of a file's tree, or with {@code dryRun} only look at it. */
    public ConfigReport configure(Map<String, Object> tree, boolean dryRun) {
        return calls.replace("/config" + (dryRun ? "?dry_run=true" : ""), tree, ConfigReport.class, CHANGEOVER);
    }

    public AlgorithmReport algorithms() {
        return calls.get("/algorithm", AlgorithmReport.class, LIMIT);
    }

    /** Has a pool balance by another algorithm, and answers with what came of it. */
    public AlgorithmReport use(AlgorithmChange change) {
        return calls.ask(new Calls.Change("POST", "/algorithm", change), AlgorithmReport.class, LIMIT);
    }

    /** Why a request went where it went, by its number or its request id. */
    public Explanation explain(String id) {
        return calls.get("/requests/" + encoded(id) + "/explanation", Explanation.class, LIMIT);
    }

    /**
     * A request that is not sent.
     *
     * @param client its address; null means this machine
     * @param headers as {@code NAME:VALUE}
     */
    public record Supposed(
            String method, String url, @Nullable String client, List<String> headers) {}

    /** Where a request would go now. */
    public Explanation foresee(Supposed request) {
        StringBuilder query = new StringBuilder("?method=").append(encoded(request.method()));
        query.append("&url=").append(encoded(request.url()));
        if (request.client() != null) {
            query.append("&client=").append(encoded(request.client()));
        }
        request.headers().forEach(header -> query.append("&header=").append(encoded(header)));
        return calls.get("/explain" + query, Explanation.class, LIMIT);
    }

    /** Messages named {@code event}, {@code requests} and {@code status}. */
    public EventStream events() {
        return calls.stream("/events", null, LIMIT);
    }

    private static String path(String name) {
        return "/backends/" + encoded(name);
    }

    /** For a path or a query; a blank is not a plus sign in a path. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
