package dev.lbctl.balancer.listener;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.SocketChannel;
import io.netty.util.ReferenceCountUtil;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Sees a client off that may still be sending. Closing over bytes that nobody read resets the connection, and the client could
 * lose its answer (RFC 9112, section 9.6); so what comes is dropped until the client closes too, or for two seconds.
 */
final class Farewell extends ChannelInboundHandlerAdapter {
    private static final long PATIENCE_SECONDS = 2;
    private @Nullable Future<?> end;

    /** Begins it when the write that is passed to this listener is done. */
    static final ChannelFutureListener AFTER_WRITE = Farewell::begin;

    /** Closes a connection when what was written is out. */
    static void close(Channel channel, boolean stillSending) {
        channel.writeAndFlush(Unpooled.EMPTY_BUFFER)
                .addListener(stillSending ? AFTER_WRITE : ChannelFutureListener.CLOSE);
    }

    /** Closes it by a reset, so that nobody takes what was sent for the whole. */
    static void breakOff(Channel channel) {
        if (channel.isActive()) {
            channel.config().setOption(ChannelOption.SO_LINGER, 0);
            channel.close();
        }
    }

    private static void begin(ChannelFuture written) {
        if (written.isSuccess() && written.channel() instanceof SocketChannel socket) {
            socket.shutdownOutput();
            socket.pipeline().addFirst(new Farewell());
            socket.config().setAutoRead(true);
        } else {
            written.channel().close();
        }
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        end = ctx.executor().schedule(() -> ctx.close(), PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        ReferenceCountUtil.release(message);
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event == ChannelInputShutdownEvent.INSTANCE) {
            ctx.close();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        if (end != null) {
            end.cancel(false);
        }
        ctx.fireChannelInactive();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        ctx.close();
    }
}
