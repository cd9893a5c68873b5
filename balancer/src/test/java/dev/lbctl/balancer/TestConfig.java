package dev.lbctl.balancer;

import dev.lbctl.config.AddressRange;
import dev.lbctl.config.ClientTimeoutConfig;
import dev.lbctl.config.ConnectionConfig;
import dev.lbctl.config.ExposureConfig;
import dev.lbctl.config.ExtraMethod;
import dev.lbctl.config.FitnessConfig;
import dev.lbctl.config.HealthConfig;
import dev.lbctl.config.HostHeader;
import dev.lbctl.config.LimitConfig;
import dev.lbctl.config.ListenerConfig;
import dev.lbctl.config.PoolConfig;
import dev.lbctl.config.QueueConfig;
import dev.lbctl.config.RetryConfig;
import dev.lbctl.config.TimeoutConfig;
import dev.lbctl.config.TrafficConfig;
import dev.lbctl.config.TransportKind;
import dev.lbctl.config.file.ConfigFile;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** The shipped configuration's parts, for tests that care about few of them. */
public final class TestConfig {
    public static final ListenerConfig LISTENER = ConfigFile.defaults().listener();
    public static final PoolConfig POOL =
            Objects.requireNonNull(ConfigFile.defaults().pools().get("default"));
    public static final RetryConfig RETRY = POOL.retry();

    /** By which sockets are driven: {@code -Dlbctl.test.transport=epoll}, or the best one that this machine has. */
    public static final TransportKind TRANSPORT = Enum.valueOf(
            TransportKind.class,
            System.getProperty("lbctl.test.transport", "auto").toUpperCase(Locale.ROOT));

    private TestConfig() {}

    public static TimeoutConfig timeouts(Duration connect, Duration responseHead, Duration idle) {
        TimeoutConfig shipped = POOL.timeouts();
        return new TimeoutConfig(connect, responseHead, idle, shipped.queue(), shipped.answer(), shipped.upgrade());
    }

    /** The shipped listener's, with these timeouts. */
    public static ListenerConfig listener(ClientTimeoutConfig timeouts) {
        return new ListenerConfig(
                LISTENER.socket(),
                LISTENER.exposure(),
                LISTENER.trustedProxies(),
                LISTENER.allow(),
                LISTENER.limits(),
                timeouts,
                LISTENER.accessLog());
    }

    /** The shipped listener's, with this to be seen of the balancer. */
    public static ListenerConfig listener(ExposureConfig exposure) {
        return new ListenerConfig(
                LISTENER.socket(),
                exposure,
                LISTENER.trustedProxies(),
                LISTENER.allow(),
                LISTENER.limits(),
                LISTENER.timeouts(),
                LISTENER.accessLog());
    }

    /** The shipped listener's, with these limits. */
    public static ListenerConfig listener(LimitConfig limits) {
        return new ListenerConfig(
                LISTENER.socket(),
                LISTENER.exposure(),
                LISTENER.trustedProxies(),
                LISTENER.allow(),
                limits,
                LISTENER.timeouts(),
                LISTENER.accessLog());
    }

    /** The shipped listener's, with trust in these ranges of addresses and with these methods allowed. */
    public static ListenerConfig listener(List<String> trusted, ExtraMethod... allowed) {
        return new ListenerConfig(
                LISTENER.socket(),
                LISTENER.exposure(),
                trusted.stream()
                        .map(range -> AddressRange.parse(range).orElseThrow())
                        .toList(),
                Set.of(allowed),
                LISTENER.limits(),
                LISTENER.timeouts(),
                LISTENER.accessLog());
    }

    /** The shipped pool's, with probes so far apart. */
    public static FitnessConfig fitness(Duration interval) {
        FitnessConfig shipped = POOL.fitness();
        HealthConfig health = new HealthConfig(POOL.health().probe(), interval, interval, Duration.ofSeconds(5), 2, 3);
        return new FitnessConfig(health, shipped.ejection(), shipped.panic());
    }

    /** The shipped pool's, with these timeouts. */
    public static TrafficConfig traffic(TimeoutConfig timeouts) {
        return traffic(RETRY, timeouts);
    }

    public static TrafficConfig traffic(RetryConfig retry) {
        return traffic(retry, POOL.timeouts());
    }

    public static TrafficConfig traffic(RetryConfig retry, TimeoutConfig timeouts) {
        TrafficConfig shipped = POOL.traffic();
        return new TrafficConfig(retry, timeouts, shipped.connections(), shipped.queue(), shipped.host());
    }

    public static TrafficConfig traffic(ConnectionConfig connections) {
        return traffic(connections, POOL.traffic().queue(), POOL.timeouts());
    }

    public static TrafficConfig traffic(ConnectionConfig connections, QueueConfig queue, TimeoutConfig timeouts) {
        return new TrafficConfig(
                RETRY, timeouts, connections, queue, POOL.traffic().host());
    }

    public static TrafficConfig traffic(HostHeader host) {
        TrafficConfig shipped = POOL.traffic();
        return new TrafficConfig(shipped.retry(), shipped.timeouts(), shipped.connections(), shipped.queue(), host);
    }
}
