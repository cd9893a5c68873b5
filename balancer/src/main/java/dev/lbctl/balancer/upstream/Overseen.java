package dev.lbctl.balancer.upstream;

import io.netty.channel.IoHandle;
import io.netty.channel.IoHandler;
import io.netty.channel.IoHandlerContext;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.IoRegistration;
import java.util.function.Supplier;

/** Netty's part of an event loop with somebody between it and the channels, who knows its faults. */
record Overseen(IoHandler netty, Overseer overseer) implements IoHandler {

    /** Who stands between. Owner: the event loop. */
    interface Overseer {
        /** A round of events is handed out from here on. */
        default void round() {}

        /** Has Netty know a channel. */
        IoRegistration register(IoHandler netty, IoHandle channel) throws Exception;
    }

    /** @param overseers makes one for each event loop */
    static IoHandlerFactory factory(IoHandlerFactory netty, Supplier<Overseer> overseers) {
        return executor -> new Overseen(netty.newHandler(executor), overseers.get());
    }

    @Override
    public int run(IoHandlerContext context) {
        overseer.round();
        return netty.run(context);
    }

    @Override
    public IoRegistration register(IoHandle channel) throws Exception {
        return overseer.register(netty, channel);
    }

    @Override
    public void initialize() {
        netty.initialize();
    }

    @Override
    public void prepareToDestroy() {
        netty.prepareToDestroy();
    }

    @Override
    public void destroy() {
        netty.destroy();
    }

    @Override
    public void wakeup() {
        netty.wakeup();
    }

    @Override
    public boolean isCompatible(Class<? extends IoHandle> handleType) {
        return netty.isCompatible(handleType);
    }
}
