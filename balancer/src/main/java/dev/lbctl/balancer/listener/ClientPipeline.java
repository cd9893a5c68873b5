package dev.lbctl.balancer.listener;

import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.DuplexChannel;
import java.util.Map;
import java.util.Objects;

/** The handlers of a client's connection, in order. */
final class ClientPipeline extends ChannelInitializer<Channel> {
    private final Map<EventLoop, Frontend> frontends;
    private final Seats seats;

    /** @param seats one for each client that is served */
    ClientPipeline(Map<EventLoop, Frontend> frontends, Seats seats) {
        this.frontends = frontends;
        this.seats = seats;
    }

    @Override
    protected void initChannel(Channel channel) {
        if (channel.remoteAddress() == null) { // It has left again already; io_uring asks for the address only now.
            channel.close();
            return;
        }
        Frontend frontend = Objects.requireNonNull(frontends.get(channel.eventLoop()));
        if (!seats.take(frontend.mostClients())) {
            channel.pipeline().addLast(new TurnedAway(frontend, frontend.peer(channel)));
            return;
        }
        channel.pipeline()
                .addLast(new ClientHandler(new ClientConnection(frontend, (DuplexChannel) channel), frontend));
    }
}
