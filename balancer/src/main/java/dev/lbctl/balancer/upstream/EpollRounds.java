package dev.lbctl.balancer.upstream;

import io.netty.channel.IoHandle;
import io.netty.channel.IoHandler;
import io.netty.channel.IoHandlerContext;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.IoRegistration;
import io.netty.channel.epoll.EpollIoHandle;
import io.netty.channel.epoll.EpollIoHandler;

/**
 * Netty's epoll without two faults it has in 4.2.18, both of which cost innocent connections. It tells events by file descriptor:
 * what came for a channel that was closed earlier in the same round reaches a channel registered since with its descriptor. And a
 * channel that wanted nothing for a while is not watched again. {@link Watch} sees to both. Owner: an event loop.
 */
final class EpollRounds implements IoHandler {
    private final IoHandler epoll;
    private long round;

    private EpollRounds(IoHandler epoll) {
        this.epoll = epoll;
    }

    static IoHandlerFactory factory() {
        IoHandlerFactory epoll = EpollIoHandler.newFactory();
        return executor -> new EpollRounds(epoll.newHandler(executor));
    }

    /** The number of the round of events that is being handed out, or was the last. */
    long round() {
        return round;
    }

    @Override
    public int run(IoHandlerContext context) {
        round++;
        return epoll.run(context);
    }

    @Override
    public IoRegistration register(IoHandle handle) throws Exception {
        return new Watch(this, (EpollIoHandle) handle);
    }

    /** Has epoll know a channel. */
    IoRegistration enter(Watch watch) throws Exception {
        return epoll.register(watch);
    }

    @Override
    public void initialize() {
        epoll.initialize();
    }

    @Override
    public void prepareToDestroy() {
        epoll.prepareToDestroy();
    }

    @Override
    public void destroy() {
        epoll.destroy();
    }

    @Override
    public void wakeup() {
        epoll.wakeup();
    }

    @Override
    public boolean isCompatible(Class<? extends IoHandle> handleType) {
        return epoll.isCompatible(handleType);
    }
}
