package dev.lbctl.launcher.client;

import dev.lbctl.config.Address;
import dev.lbctl.launcher.api.ClusterStatus;
import dev.lbctl.launcher.api.EventList;
import dev.lbctl.launcher.api.FaultOrder;
import dev.lbctl.launcher.api.NodeList;
import dev.lbctl.launcher.api.NodeStatus;
import dev.lbctl.launcher.api.ReloadReport;
import dev.lbctl.launcher.api.RollingOrder;
import dev.lbctl.launcher.api.RollingStatus;
import dev.lbctl.launcher.api.ScaleOrder;
import dev.lbctl.launcher.api.UsageReport;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls the launcher's management API. Every method may end in a {@link CallFailure}. */
public final class SupervisorClient {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    /** A stop drains for 30 s at most and a start may be slow; the answer comes when it is done. */
    private static final Duration COMMAND = Duration.ofSeconds(90);

    /** New nodes become ready first, and the requests of those that go end. */
    private static final Duration RELOAD = Duration.ofMinutes(10);

    private static final Duration NO_LIMIT = Duration.ofDays(1);

    private final Calls calls;

    public SupervisorClient(Address management, String token) {
        this.calls = new Calls(management, token);
    }

    /** Loads what its answers need: a caller who does that meanwhile waits less for the first. */
    public static void prepare() {
        Calls.prepare(ClusterStatus.class);
    }

    public ClusterStatus status() {
        return calls.get("/status", ClusterStatus.class, LIMIT);
    }

    public NodeList nodes() {
        return calls.get("/nodes", NodeList.class, LIMIT);
    }

    public UsageReport usage() {
        return calls.get("/usage", UsageReport.class, LIMIT);
    }

    /** SIGKILL; the node stays down, unless {@code crash}: then it is started again like after any crash. */
    public NodeStatus kill(String node, boolean crash) {
        return command("kill", node, crash ? "?crash=true" : "");
    }

    public NodeStatus start(String node) {
        return command("start", node, "");
    }

    public NodeStatus stop(String node) {
        return command("stop", node, "");
    }

    /** The same, however long its last request may take. */
    public NodeStatus stopDrained(String node) {
        Calls.Change change = new Calls.Change("POST", path("stop", node) + "?drain=true", null);
        return calls.ask(change, NodeStatus.class, NO_LIMIT);
    }

    public NodeStatus restart(String node) {
        return command("restart", node, "");
    }

    /** Has a sample server misbehave for a while. */
    public NodeStatus misbehave(String node, FaultOrder order) {
        return calls.ask(new Calls.Change("POST", path("fault", node), order), NodeStatus.class, LIMIT);
    }

    /** Ends that. */
    public NodeStatus behave(String node) {
        return calls.ask(new Calls.Change("DELETE", path("fault", node), null), NodeStatus.class, LIMIT);
    }

    /** The last lines that a node has written, at most so many. */
    public List<String> log(String node, int atMost) {
        String path = "/nodes/" + encoded(node) + "/logs?lines=" + atMost;
        return calls.text(path, LIMIT).lines().toList();
    }

    /** Has that many nodes of a pool, and answers with them; a null pool is {@code default}. */
    public NodeList scale(@Nullable String pool, int copies) {
        Calls.Change change = new Calls.Change("POST", "/scale", new ScaleOrder(pool, copies));
        return calls.ask(change, NodeList.class, COMMAND);
    }

    /** Begins a rolling restart; {@link #rolling} tells how it goes on. */
    public RollingStatus roll(List<String> nodes, int maxUnavailable) {
        Calls.Change change = new Calls.Change("POST", "/rolling", new RollingOrder(nodes, maxUnavailable));
        return calls.ask(change, RollingStatus.class, LIMIT);
    }

    public RollingStatus rolling() {
        return calls.get("/rolling", RollingStatus.class, LIMIT);
    }

    /** Has the cluster go by what its file says now, or with {@code dryRun} only look at it. */
    public ReloadReport reload(boolean dryRun) {
        Calls.Change change = new Calls.Change("POST", "/reload" + (dryRun ? "?dry_run=true" : ""), null);
        return calls.ask(change, ReloadReport.class, RELOAD);
    }

    /** Asks for the end of the whole cluster; it goes on after this call. */
    public void shutdown() {
        calls.tell("POST", "/shutdown", null, LIMIT);
    }

    /** Messages named {@code event} and {@code nodes}. */
    public EventStream events() {
        return calls.stream("/events", null, LIMIT);
    }

    /** The same, but of the events only those after one that is known. */
    public EventStream eventsAfter(long lastId) {
        return calls.stream("/events", lastId, LIMIT);
    }

    /** What has happened, as far as it is kept. */
    public EventList pastEvents() {
        return calls.get("/events", EventList.class, LIMIT);
    }

    private NodeStatus command(String verb, String node, String query) {
        return calls.ask(new Calls.Change("POST", path(verb, node) + query, null), NodeStatus.class, COMMAND);
    }

    private static String path(String verb, String node) {
        return "/" + verb + "/" + encoded(node);
    }

    private static String encoded(String node) {
        return URLEncoder.encode(node, StandardCharsets.UTF_8);
    }
}
