package dev.lbctl.balancer.upstream;

import io.netty.channel.IoHandle;
import io.netty.channel.IoHandler;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.IoRegistration;
import io.netty.channel.epoll.EpollIoHandle;
import io.netty.channel.epoll.EpollIoHandler;

/**
 * Sees to two faults that epoll has in Netty 4.2.18, both of which cost innocent connections. It tells events by file descriptor:
 * what came for a channel that was closed earlier in the same round reaches a channel registered since with its descriptor. And a
 * channel that wanted nothing for a while is not watched again. {@link Watch} mends both. Owner: an event loop.
 */
final class EpollRounds implements Overseen.Overseer {
    private long round;

    static IoHandlerFactory eventLoops() {
        return Overseen.factory(EpollIoHandler.newFactory(), EpollRounds::new);
    }

    /** The number of the round of events that is being handed out, or was the last. */
    long number() {
        return round;
    }

    @Override
    public void round() {
        round++;
    }

    @Override
    public IoRegistration register(IoHandler epoll, IoHandle channel) throws Exception {
        return new Watch(this, epoll, (EpollIoHandle) channel);
    }
}
