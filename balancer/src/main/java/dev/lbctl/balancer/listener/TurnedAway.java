package dev.lbctl.balancer.listener;

import dev.lbctl.balancer.header.Peer;
import dev.lbctl.balancer.refusal.GatewayError;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/** Answers a client for whom there is no room, whatever it will ask. */
final class TurnedAway extends ChannelInboundHandlerAdapter {
    private final Frontend frontend;
    private final Peer peer;

    TurnedAway(Frontend frontend, Peer peer) {
        this.frontend = frontend;
        this.peer = peer;
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        GatewayError error = GatewayError.OVERLOADED;
        ctx.writeAndFlush(frontend.refusal(ctx.channel(), peer, error, error.detail()))
                .addListener(Farewell.AFTER_WRITE);
    }
}
