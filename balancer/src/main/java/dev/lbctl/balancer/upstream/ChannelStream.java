package dev.lbctl.balancer.upstream;

import dev.lbctl.balancer.exchange.ByteStream;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.socket.DuplexChannel;

/** A stream of bytes that is a channel. */
public interface ChannelStream extends ByteStream {

    DuplexChannel channel();

    @Override
    default ByteBuf buffer() {
        return channel().alloc().buffer();
    }

    @Override
    default void send(ByteBuf bytes) {
        channel().write(bytes, channel().voidPromise());
    }

    @Override
    default void flush() {
        channel().flush();
    }

    @Override
    default boolean isWritable() {
        return channel().isWritable();
    }

    /** Whether it is open both ways. */
    default boolean isActive() {
        return channel().isActive() && !channel().isOutputShutdown();
    }

    /** Whether the system has taken all that was sent. */
    default boolean hasSentAll() {
        ChannelOutboundBuffer unsent = channel().unsafe().outboundBuffer();
        return unsent != null && unsent.isEmpty();
    }

    @Override
    default void pause() {
        channel().config().setAutoRead(false);
    }

    @Override
    default void resume() {
        if (!channel()
                .config()
                .isAutoRead()) { // To read is cheaper than to write, and mostly there is nothing to write.
            channel().config().setAutoRead(true);
        }
    }

    @Override
    default void closeOutput(Runnable sent) {
        channel().writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(written -> {
            channel().shutdownOutput();
            sent.run();
        });
    }
}
