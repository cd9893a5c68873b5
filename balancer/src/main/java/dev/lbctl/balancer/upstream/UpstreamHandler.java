package dev.lbctl.balancer.upstream;

import dev.lbctl.balancer.exchange.LoopTime;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.ChannelOutputShutdownEvent;
import io.netty.channel.socket.ChannelOutputShutdownException;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells a backend's connection what its socket brings. */
final class UpstreamHandler extends ChannelInboundHandlerAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(UpstreamHandler.class);

    private final Connection connection;
    private final LoopTime time;

    UpstreamHandler(Connection connection, LoopTime time) {
        this.connection = connection;
        this.time = time;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        time.hold();
        try {
            connection.received((ByteBuf) message);
        } finally {
            time.release();
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        time.hold();
        try {
            connection.readComplete();
        } finally {
            time.release();
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        if (ctx.channel().isWritable()) {
            connection.writable();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        connection.closed();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event == ChannelOutputShutdownEvent.INSTANCE) {
            connection.outputClosed();
        } else if (event == ChannelInputShutdownEvent.INSTANCE) {
            connection.inputClosed();
        }
    }

    /**
     * When only sending failed, the answer may be here already; if not, reading ends the attempt. Everything but a reset is a fault
     * of ours.
     */
    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (cause instanceof ChannelOutputShutdownException || cause instanceof ClosedChannelException) {
            return;
        }
        if (!(cause instanceof IOException)) {
            LOG.error("a backend's connection is closed", cause);
        }
        connection.failed(SystemWords.of(cause));
        ctx.close();
    }
}
