package dev.lbctl.balancer.check;

import dev.lbctl.balancer.names.Answer;
import dev.lbctl.balancer.pool.Backend;
import dev.lbctl.balancer.upstream.Approach;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.util.concurrent.CompletionStage;

/** Opens connections to one backend, wherever it is now. */
record Dialer(Approach approach, Bootstrap bootstrap, Backend backend) {

    EventLoop loop() {
        return approach.loop();
    }

    /** @param handler sharable, since of several addresses more than one may be tried */
    Future<Channel> dial(ChannelHandler handler) {
        CompletionStage<Answer> where = approach.fresh(backend);
        return approach.to(backend, bootstrap.clone().handler(handler), where);
    }

    /** Whether a connection leads to where the backend was and is no longer. */
    boolean isOutdated(Channel connection) {
        return approach.isOutdated(backend, connection);
    }
}
