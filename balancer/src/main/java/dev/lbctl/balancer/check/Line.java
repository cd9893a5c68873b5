package dev.lbctl.balancer.check;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A connection that carries one check at a time. It is given up after ten, so that it is seen again and again that the backend
 * takes new ones. Owner: the probe loop's thread.
 */
final class Line extends ChannelInboundHandlerAdapter {
    private static final int MOST_CHECKS = 10;

    private @Nullable Channel channel;
    private @Nullable HttpCheck check;
    private int checks;

    boolean isOpen() {
        return channel != null && channel.isActive();
    }

    /** Whether it served an earlier check. */
    boolean isUsed() {
        return checks > 1;
    }

    void carry(HttpCheck next, byte[] request) {
        check = next;
        checks++;
        Channel open = Objects.requireNonNull(channel);
        open.writeAndFlush(Unpooled.wrappedBuffer(request), open.voidPromise());
    }

    /** Its check is over and has left it fit for another. Answers whether there shall be one. */
    boolean release() {
        check = null;
        return isOpen() && checks < MOST_CHECKS;
    }

    void close() {
        check = null;
        if (channel != null) {
            channel.close();
        }
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        channel = ctx.channel();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object bytes) {
        if (check == null) { // Nobody asked.
            ((ByteBuf) bytes).release();
            ctx.close();
        } else {
            check.received(ctx.alloc(), (ByteBuf) bytes);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        lost("the connection was closed before its end");
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        lost(String.valueOf(cause.getMessage()));
        ctx.close();
    }

    private void lost(String why) {
        HttpCheck losing = check;
        check = null;
        if (losing != null) {
            losing.lost(why);
        }
    }
}
