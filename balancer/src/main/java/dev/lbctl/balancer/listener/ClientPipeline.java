package dev.lbctl.balancer.listener;

import dev.lbctl.balancer.exchange.Gateway;
import dev.lbctl.balancer.exchange.Upstreams;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoop;
import io.netty.channel.group.ChannelGroup;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.flow.FlowControlHandler;
import java.util.Map;
import java.util.Objects;

/** The handlers of a client's connection, in order. */
final class ClientPipeline extends ChannelInitializer<Channel> {
    private static final HttpDecoderConfig DECODING = new HttpDecoderConfig()
            .setMaxInitialLineLength(8 * 1024)
            .setMaxHeaderSize(32 * 1024)
            .setMaxChunkSize(64 * 1024)
            .setStrictLineParsing(true);

    /** Requests that were sent at once wait here; as the socket is read on demand, they are never more than one buffer has. */
    private static final int PIPELINE_DEPTH = Integer.MAX_VALUE;

    private final Gateway gateway;
    private final Map<EventLoop, ? extends Upstreams> upstreams;
    private final ChannelGroup clients;

    ClientPipeline(Gateway gateway, Map<EventLoop, ? extends Upstreams> upstreams, ChannelGroup clients) {
        this.gateway = gateway;
        this.upstreams = upstreams;
        this.clients = clients;
    }

    @Override
    protected void initChannel(Channel channel) {
        clients.add(channel);
        channel.pipeline()
                .addLast(new HttpServerCodec(DECODING, PIPELINE_DEPTH))
                .addLast(new FlowControlHandler())
                .addLast(new ClientHandler(gateway, Objects.requireNonNull(upstreams.get(channel.eventLoop()))));
    }
}
