package dev.lbctl.balancer.upstream;

import io.netty.channel.IoEvent;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.IoRegistration;
import io.netty.channel.uring.IoUringIoEvent;
import io.netty.channel.uring.IoUringIoHandle;
import io.netty.channel.uring.IoUringIoHandler;

/**
 * Sees to it that a channel of io_uring reads the end of its peer. The system is asked once to tell of all that comes, and tells of
 * an end once; when that came together with bytes, Netty 4.2.18 reads the bytes and never asks again. So a channel whose peer has
 * ended is told after all bytes that there is more, until it has read the end. Owner: the channel's event loop.
 */
@SuppressWarnings("try") // As Netty has it.
final class EndWatch implements IoUringIoHandle {
    /** As in the system's io_uring.h and poll.h. */
    private static final byte OP_POLL_ADD = 6;

    private static final byte OP_RECV = 27;
    private static final int FLAG_MORE = 2;
    private static final int POLLIN = 0x1;
    private static final int POLLRDHUP = 0x2000;

    private static final IoEvent MORE = new IoUringIoEvent(POLLIN, FLAG_MORE, OP_POLL_ADD, 0L);

    private final IoUringIoHandle channel;
    private boolean ended;

    private EndWatch(IoUringIoHandle channel) {
        this.channel = channel;
    }

    static IoHandlerFactory eventLoops() {
        Overseen.Overseer overseer = (uring, channel) -> uring.register(new EndWatch((IoUringIoHandle) channel));
        return Overseen.factory(IoUringIoHandler.newFactory(), () -> overseer);
    }

    @Override
    public void handle(IoRegistration registration, IoEvent event) {
        IoUringIoEvent told = (IoUringIoEvent) event;
        byte operation = told.opcode();
        int result = told.res();
        channel.handle(registration, event);
        if (operation == OP_POLL_ADD && result > 0) {
            ended |= (result & POLLRDHUP) != 0;
        } else if (ended && operation == OP_RECV && result > 0) {
            channel.handle(registration, MORE);
        }
    }

    @Override
    public void registered() {
        channel.registered();
    }

    @Override
    public void unregistered() {
        channel.unregistered();
    }

    @Override
    public void close() throws Exception {
        channel.close();
    }
}
