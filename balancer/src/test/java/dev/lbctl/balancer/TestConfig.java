package dev.lbctl.balancer;

import dev.lbctl.config.ClientTimeoutConfig;
import dev.lbctl.config.ListenerConfig;
import dev.lbctl.config.PoolConfig;
import dev.lbctl.config.RetryConfig;
import dev.lbctl.config.TimeoutConfig;
import dev.lbctl.config.TrafficConfig;
import dev.lbctl.config.file.ConfigFile;
import java.time.Duration;
import java.util.Objects;

/** The shipped configuration's parts, for tests that care about few of them. */
public final class TestConfig {
    public static final ListenerConfig LISTENER = ConfigFile.defaults().listener();
    public static final PoolConfig POOL =
            Objects.requireNonNull(ConfigFile.defaults().pools().get("default"));
    public static final RetryConfig RETRY = POOL.retry();

    private TestConfig() {}

    public static TimeoutConfig timeouts(Duration connect, Duration responseHead, Duration idle) {
        TimeoutConfig shipped = POOL.timeouts();
        return new TimeoutConfig(connect, responseHead, idle, shipped.queue(), shipped.answer(), shipped.upgrade());
    }

    /** The shipped listener's, with these timeouts. */
    public static ListenerConfig listener(ClientTimeoutConfig timeouts) {
        return new ListenerConfig(
                LISTENER.address(),
                LISTENER.adminPaths(),
                LISTENER.trustedProxies(),
                LISTENER.allow(),
                LISTENER.limits(),
                timeouts,
                LISTENER.accessLog());
    }

    /** The shipped pool's, with these timeouts. */
    public static TrafficConfig traffic(TimeoutConfig timeouts) {
        TrafficConfig shipped = POOL.traffic();
        return new TrafficConfig(shipped.retry(), timeouts, shipped.connections(), shipped.queue(), shipped.host());
    }
}
