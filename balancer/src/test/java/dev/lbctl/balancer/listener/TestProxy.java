package dev.lbctl.balancer.listener;

import dev.lbctl.balancer.TestConfig;
import dev.lbctl.balancer.algorithm.Algorithms;
import dev.lbctl.balancer.algorithm.Selection;
import dev.lbctl.balancer.exchange.Gateway;
import dev.lbctl.balancer.header.HeaderEdits;
import dev.lbctl.balancer.header.RequestIds;
import dev.lbctl.balancer.header.Rewrite;
import dev.lbctl.balancer.metrics.Metrics;
import dev.lbctl.balancer.metrics.RequestRecord;
import dev.lbctl.balancer.names.Names;
import dev.lbctl.balancer.pool.Backend;
import dev.lbctl.balancer.pool.Duty;
import dev.lbctl.balancer.pool.Health;
import dev.lbctl.balancer.pool.Load;
import dev.lbctl.balancer.pool.Pool;
import dev.lbctl.balancer.retry.Outcome;
import dev.lbctl.balancer.route.Destination;
import dev.lbctl.balancer.route.Route;
import dev.lbctl.balancer.route.Router;
import dev.lbctl.balancer.sticky.Secret;
import dev.lbctl.balancer.sticky.Sessions;
import dev.lbctl.balancer.upstream.Network;
import dev.lbctl.config.Address;
import dev.lbctl.config.AlgorithmKind;
import dev.lbctl.config.ListenerConfig;
import dev.lbctl.config.StickyConfig;
import dev.lbctl.config.TimeoutConfig;
import dev.lbctl.config.TrafficConfig;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** A data plane over backends that are all up and stay so, whatever traffic meets. */
final class TestProxy implements AutoCloseable {
    final Metrics metrics = new Metrics(Clock.systemUTC());
    final Queue<Outcome> outcomes = new ConcurrentLinkedQueue<>();
    /** Run by the event loop after each outcome. */
    volatile Runnable afterOutcome = () -> {};

    private static final Network NETWORK = Network.ofSystem(TestConfig.TRANSPORT);

    private final Pool pool;
    private final Destination destination;
    private final ProxyServer server;

    TestProxy(Backend... backends) throws IOException {
        this(TestConfig.timeouts(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(5)), backends);
    }

    TestProxy(TimeoutConfig timeouts, Backend... backends) throws IOException {
        this(TestConfig.LISTENER, TestConfig.traffic(timeouts), backends);
    }

    TestProxy(TrafficConfig traffic, Backend... backends) throws IOException {
        this(TestConfig.LISTENER, traffic, backends);
    }

    TestProxy(ListenerConfig listener, Backend... backends) throws IOException {
        this(listener, TestConfig.POOL.traffic(), backends);
    }

    TestProxy(ListenerConfig listener, TrafficConfig traffic, Backend... backends) throws IOException {
        this(new Setup(2, "/", listener, traffic), backends);
    }

    /** One on a single event loop, whose idle connections all clients share. */
    static TestProxy single(ListenerConfig listener, TrafficConfig traffic, Backend... backends) throws IOException {
        return new TestProxy(new Setup(1, "/", listener, traffic), backends);
    }

    static TestProxy single(TrafficConfig traffic, Backend... backends) throws IOException {
        return single(TestConfig.LISTENER, traffic, backends);
    }

    static TestProxy single(Backend... backends) throws IOException {
        return single(TestConfig.POOL.traffic(), backends);
    }

    /** One that serves nothing but requests below a path. */
    static TestProxy below(String path) throws IOException {
        return new TestProxy(new Setup(1, path, TestConfig.LISTENER, TestConfig.POOL.traffic()));
    }

    /** One that keeps sessions. */
    static TestProxy sticky(ListenerConfig listener, TrafficConfig traffic, StickyConfig sticky, Backend... backends)
            throws IOException {
        return new TestProxy(new Setup(1, "/", listener, traffic, sticky, Long.MAX_VALUE), backends);
    }

    /** One that has so much room for heads that are not whole yet, in bytes. */
    static TestProxy withHeadRoom(long bytes, Backend... backends) throws IOException {
        return new TestProxy(new Setup(1, "/", TestConfig.LISTENER, TestConfig.POOL.traffic(), null, bytes), backends);
    }

    /** One on a single event loop that finds hosts by these names. */
    static TestProxy by(Names names, Backend... backends) throws IOException {
        Network network = new Network(NETWORK.transport(), names);
        TrafficConfig traffic = TestConfig.POOL.traffic();
        return new TestProxy(new Setup(1, "/", TestConfig.LISTENER, traffic, null, Long.MAX_VALUE, network), backends);
    }

    private record Setup(
            int eventLoops,
            String path,
            ListenerConfig listener,
            TrafficConfig traffic,
            @Nullable StickyConfig sticky,
            long headRoom,
            Network network) {

        Setup(
                int eventLoops,
                String path,
                ListenerConfig listener,
                TrafficConfig traffic,
                @Nullable StickyConfig sticky,
                long headRoom) {
            this(eventLoops, path, listener, traffic, sticky, headRoom, NETWORK);
        }

        Setup(int eventLoops, String path, ListenerConfig listener, TrafficConfig traffic) {
            this(eventLoops, path, listener, traffic, null, Long.MAX_VALUE);
        }

        @Nullable
        Sessions sessions() {
            return sticky == null ? null : new Sessions(sticky, Secret.random());
        }

        Rewrite rewrite() {
            String cookie = sticky == null ? null : sticky.cookie();
            return new Rewrite("", HeaderEdits.NONE, HeaderEdits.NONE, cookie);
        }
    }

    private TestProxy(Setup setup, Backend... backends) throws IOException {
        pool = new Pool("default", List.of(backends), event -> {});
        for (Backend backend : backends) {
            pool.report(backend, Health.UP, "taken for granted");
        }
        Selection selection =
                new Selection(pool, Algorithms.create(AlgorithmKind.ROUND_ROBIN), setup.sessions()).begin();
        destination = Destination.of(selection, setup.traffic);
        pool.watch(snapshot -> destination.room().callNext());
        Gateway gateway = new Gateway(
                new Router(List.of(new Route(null, setup.path, destination, setup.rewrite(), false))),
                metrics,
                (member, outcome, status) -> {
                    outcomes.add(outcome);
                    afterOutcome.run();
                },
                new RequestIds(1),
                setup.listener.withAddress(new Address("127.0.0.1", 0)),
                Clock.systemUTC());
        server = new ProxyServer(gateway, setup.network, setup.eventLoops, setup.headRoom);
        server.start();
    }

    Wire connect() throws IOException {
        return Wire.to(server.port());
    }

    /** As an operator would have it. */
    void assign(Backend backend, Duty duty) {
        pool.assign(backend.name(), duty, "by the test");
    }

    /** As probes would find it. */
    void report(Backend backend, Health health) {
        pool.report(backend, health, "found so by the test");
    }

    /** Takes a backend out of the pool; what runs there goes on. */
    void takeOut(Backend backend) {
        pool.leave(backend.name());
    }

    /** As whoever starts and stops it says. */
    void expect(Backend backend, Duration within) {
        pool.expect(backend.name(), within);
    }

    /** Has somebody start it again should it end unasked. */
    void supervise(Backend backend) {
        pool.supervise(backend.name(), true);
    }

    Load load(Backend backend) {
        return pool.snapshot().member(backend.name()).orElseThrow().load();
    }

    int port() {
        return server.port();
    }

    /** Lets a backend into the pool, as one of whom nothing is known. */
    void announce(Backend backend) {
        pool.join(backend);
    }

    /** Lets a backend into the pool. */
    void letIn(Backend backend) {
        pool.join(backend);
        pool.report(backend, Health.UP, "taken for granted");
    }

    /** What is written down of the request that ended last. */
    RequestRecord lastRecord() {
        return metrics.ring().latest(1).get(0);
    }

    /** How many requests wait for a member. */
    int waiting() {
        return destination.room().waiting();
    }

    int inFlight() {
        return pool.snapshot().members().stream()
                .mapToInt(member -> member.load().inFlight())
                .sum();
    }

    void stop(Duration patience) {
        server.stop(patience);
    }

    @Override
    public void close() {
        server.stop(Duration.ZERO);
    }
}
