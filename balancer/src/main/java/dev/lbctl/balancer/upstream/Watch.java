package dev.lbctl.balancer.upstream;

import io.netty.channel.IoEvent;
import io.netty.channel.IoHandler;
import io.netty.channel.IoOps;
import io.netty.channel.IoRegistration;
import io.netty.channel.epoll.EpollIoHandle;
import io.netty.channel.epoll.EpollIoOps;
import io.netty.channel.unix.FileDescriptor;

/** What epoll is to watch of one channel. Owner: the channel's event loop. */
@SuppressWarnings({"try", "TypeParameterUnusedInFormals"}) // As Netty has it.
final class Watch implements EpollIoHandle, IoRegistration {
    private final EpollRounds rounds;
    private final IoHandler epoll;
    private final EpollIoHandle channel;
    private final long since;
    private IoRegistration registration;
    private boolean resting;

    Watch(EpollRounds rounds, IoHandler epoll, EpollIoHandle channel) throws Exception {
        this.rounds = rounds;
        this.epoll = epoll;
        this.channel = channel;
        this.since = rounds.number();
        this.registration = epoll.register(this);
    }

    /** Passes an event on, unless it is of the round the channel began in: what is meant for the channel comes again. */
    @Override
    public void handle(IoRegistration from, IoEvent event) {
        if (rounds.number() != since) {
            channel.handle(this, event);
        }
    }

    /** Changes what is watched. Epoll forgets a channel of which nothing is; it is entered anew when something is again. */
    @Override
    public long submit(IoOps ops) {
        if (resting && isValid() && !ops.equals(EpollIoOps.NONE)) {
            registration.cancel();
            registration = enterAnew();
        }
        resting = ops.equals(EpollIoOps.NONE);
        return registration.submit(ops);
    }

    private IoRegistration enterAnew() {
        try {
            return epoll.register(this);
        } catch (Exception e) {
            throw new IllegalStateException("epoll does not take a channel back", e);
        }
    }

    @Override
    public boolean isValid() {
        return registration.isValid();
    }

    @Override
    public boolean cancel() {
        return registration.cancel();
    }

    @Override
    public <T> T attachment() {
        return registration.attachment();
    }

    @Override
    public FileDescriptor fd() {
        return channel.fd();
    }

    @Override
    public void close() throws Exception {
        channel.close();
    }
}
