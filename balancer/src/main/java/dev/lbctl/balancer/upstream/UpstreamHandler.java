package dev.lbctl.balancer.upstream;

import dev.lbctl.balancer.exchange.Attempt;
import dev.lbctl.balancer.exchange.Outcome;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;

/** Tells a connection's attempt what the backend sends. */
final class UpstreamHandler extends ChannelInboundHandlerAdapter {
    private final Connection connection;

    UpstreamHandler(Connection connection) {
        this.connection = connection;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        Attempt attempt = connection.attempt();
        if (attempt == null) { // Nobody asked: it cannot be trusted with another request.
            ReferenceCountUtil.release(message);
            ctx.close();
            return;
        }
        connection.progressed();
        if (message instanceof HttpResponse response) {
            connection.headRead();
            attempt.head(response);
        }
        if (message instanceof HttpContent content) {
            attempt.content(content);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        Attempt attempt = connection.attempt();
        if (attempt != null) {
            attempt.readComplete();
        } else {
            connection.readComplete();
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        Attempt attempt = connection.attempt();
        if (attempt != null && ctx.channel().isWritable()) {
            connection.progressed();
            attempt.backendWritable();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        fail("closed by the backend");
    }

    /** When only sending failed, the answer may be here already; if not, reading ends the attempt. */
    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (connection.isDeaf() && cause instanceof IOException) {
            return;
        }
        fail(String.valueOf(cause.getMessage()));
        ctx.close();
    }

    private void fail(String detail) {
        Attempt attempt = connection.attempt();
        if (attempt != null) {
            attempt.ended(Outcome.Kind.CLOSED, detail);
        }
    }
}
