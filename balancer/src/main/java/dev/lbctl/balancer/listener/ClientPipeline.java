package dev.lbctl.balancer.listener;

import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoop;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.socket.DuplexChannel;
import java.util.Map;
import java.util.Objects;

/** The handlers of a client's connection, in order. */
final class ClientPipeline extends ChannelInitializer<Channel> {
    private final Map<EventLoop, Frontend> frontends;
    private final ChannelGroup open;
    private final int most;

    /**
     * @param open those that are served
     * @param most how many may be
     */
    ClientPipeline(Map<EventLoop, Frontend> frontends, ChannelGroup open, int most) {
        this.frontends = frontends;
        this.open = open;
        this.most = most;
    }

    @Override
    protected void initChannel(Channel channel) {
        Frontend frontend = Objects.requireNonNull(frontends.get(channel.eventLoop()));
        if (open.size() >= most) {
            channel.pipeline().addLast(new TurnedAway(frontend, frontend.peer(channel)));
            return;
        }
        open.add(channel);
        ClientConnection connection = new ClientConnection(frontend, (DuplexChannel) channel);
        frontend.clients().add(connection);
        channel.pipeline().addLast(new ClientHandler(connection));
    }
}
