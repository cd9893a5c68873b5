package dev.lbctl.balancer.check;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A connection that carries one check at a time. It is given up after ten, so that it is seen again and again that the backend
 * takes new ones. Owner: the probe loop's thread.
 */
@Sharable // by the channels to several addresses, of which one comes about
final class Line extends ChannelInboundHandlerAdapter {
    private static final int MOST_CHECKS = 10;

    private @Nullable Channel channel;
    private @Nullable HttpCheck check;
    private int checks;
    private boolean over;

    boolean isOpen() {
        return channel != null && channel.isActive();
    }

    boolean leadsTo(Dialer backend) {
        return channel != null && channel.isActive() && !backend.isOutdated(channel);
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

    /** Also one that comes about only later. */
    void close() {
        check = null;
        over = true;
        if (channel != null) {
            channel.close();
        }
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        channel = ctx.channel();
        if (over) {
            ctx.close();
        }
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
