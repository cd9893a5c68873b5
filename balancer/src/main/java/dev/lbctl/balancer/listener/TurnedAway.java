package dev.lbctl.balancer.listener;

import dev.lbctl.balancer.exchange.Gateway;
import dev.lbctl.balancer.header.Peer;
import dev.lbctl.balancer.refusal.GatewayError;
import dev.lbctl.balancer.refusal.Refusal;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/** Answers a client for whom there is no room, whatever it will ask. */
final class TurnedAway extends ChannelInboundHandlerAdapter {
    private final Gateway gateway;
    private final Peer peer;

    TurnedAway(Gateway gateway, Peer peer) {
        this.gateway = gateway;
        this.peer = peer;
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        GatewayError error = GatewayError.OVERLOADED;
        gateway.recordUnread(peer.address(), error.status(), error.cause());
        ByteBuf out = ctx.alloc().buffer();
        Refusal.unread(error, error.detail()).write(out);
        ctx.writeAndFlush(out).addListener(Farewell.AFTER_WRITE);
    }
}
