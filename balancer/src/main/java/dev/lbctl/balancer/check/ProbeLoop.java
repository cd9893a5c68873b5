package dev.lbctl.balancer.check;

import dev.lbctl.balancer.pool.Backend;
import dev.lbctl.balancer.probe.Probe;
import dev.lbctl.balancer.probe.Probes;
import dev.lbctl.balancer.upstream.Approach;
import dev.lbctl.balancer.upstream.Network;
import dev.lbctl.config.HealthConfig;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Drives the sockets of all probes by one thread, which does not keep the process alive. */
public final class ProbeLoop implements Probes {
    private final EventLoopGroup group;
    private final EventLoop loop;
    private final Bootstrap bootstrap;
    private final Approach approach;

    public ProbeLoop(Network network) {
        this.group = network.transport().eventLoops(1, new DefaultThreadFactory("health", true));
        this.loop = group.next();
        this.approach = new Approach(loop, network.names());
        this.bootstrap = network.transport()
                .client(loop)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 0); // Each check has a time limit of its own.
    }

    /** The one thread: probes are made and begun on it. */
    public ScheduledExecutorService thread() {
        return loop;
    }

    @Override
    public Probe of(HealthConfig config, Backend backend) {
        Dialer dialer = new Dialer(approach, bootstrap, backend);
        return switch (config.probe().type()) {
            case HTTP -> new HttpProbe(dialer, config);
            case TCP -> new TcpProbe(dialer, config.timeout());
        };
    }

    @Override
    public void stop() {
        group.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }
}
