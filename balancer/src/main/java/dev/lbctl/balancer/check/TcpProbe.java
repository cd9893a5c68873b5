package dev.lbctl.balancer.check;

import dev.lbctl.balancer.probe.Probe;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** Connects, and no more. Owner: the probe loop's thread. */
record TcpProbe(Dialer dialer, Duration timeout) implements Probe {

    @Override
    public CompletionStage<Result> check() {
        ChannelFuture connecting = dialer.dial(new ChannelInboundHandlerAdapter());
        Ending ending = new Ending(dialer.loop(), timeout, () -> Ending.NO_CONNECTION);
        connecting.addListener(done -> ending.reach(
                done.isSuccess()
                        ? new Result.Passed("connected to " + dialer.backend().authority())
                        : ConnectFailure.of(dialer.backend(), done.cause())));
        return ending.result()
                .whenComplete((result, bug) -> connecting.channel().close());
    }

    @Override
    public void close() {}
}
