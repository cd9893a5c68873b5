package dev.lbctl.balancer;

import dev.lbctl.balancer.health.HealthChecker;
import dev.lbctl.balancer.listener.ProxyServer;
import dev.lbctl.balancer.operator.Operator;
import dev.lbctl.balancer.reload.Reloader;
import dev.lbctl.balancer.route.Destination;
import dev.lbctl.config.LbConfig;
import java.util.List;

/**
 * Goes over from one configuration to another under traffic. All that a request goes by is made beside what serves, and put in
 * its place in one write: a request sees the one or the other. One change at a time.
 */
record Changeover(
        Pools pools, Operator operator, HealthChecker health, ProxyServer proxy, Recording recording, Destination admin)
        implements Reloader.Target {

    @Override
    public List<String> take(LbConfig next) {
        News news = News.gather(next, operator.pools(), health);
        operator.adopt(() -> pools.take(next, news));
        proxy.use(proxy.current().with(Routing.router(next, pools.destinations(), admin), next.listener()));
        recording.take(next.listener().accessLog(), proxy::settle);
        return news.notes();
    }
}
