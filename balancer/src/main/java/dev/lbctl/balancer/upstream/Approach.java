package dev.lbctl.balancer.upstream;

import dev.lbctl.balancer.names.Answer;
import dev.lbctl.balancer.names.Names;
import dev.lbctl.balancer.pool.Backend;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.EventLoop;
import io.netty.util.NetUtil;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Connections to backends, wherever they are now: of several addresses, that which takes one first, in the order of the answer.
 * Owner: the event loop that connects.
 */
public record Approach(EventLoop loop, Names names) {

    /** Where it is by the last answer; a literal address is known without asking. */
    public CompletionStage<Answer> present(Backend backend) {
        InetAddress literal = literal(backend);
        return literal == null ? names.present(backend.host()) : known(literal);
    }

    /** Where it is by an answer of this very second. */
    public CompletionStage<Answer> fresh(Backend backend) {
        InetAddress literal = literal(backend);
        return literal == null ? names.fresh(backend.host()) : known(literal);
    }

    /** Whether a connection leads to where the backend was and is no longer. */
    public boolean isOutdated(Backend backend, Channel connection) {
        return isNamed(backend)
                && connection.remoteAddress() instanceof InetSocketAddress remote
                && names.hasLeft(backend.host(), remote.getAddress());
    }

    /** Whether its host is a name, which may come to mean another address. */
    static boolean isNamed(Backend backend) {
        return !NetUtil.isValidIpV4Address(backend.host()) && !NetUtil.isValidIpV6Address(backend.host());
    }

    /** Connects; fails with an {@link UnknownHostException} when it is nowhere. Told on the loop. */
    public Future<Channel> to(Backend backend, Bootstrap bootstrap, CompletionStage<Answer> where) {
        Promise<Channel> connected = loop.newPromise();
        where.thenAccept(answer -> onLoop(() -> {
            if (answer instanceof Answer.Found found) {
                List<InetSocketAddress> all = found.addresses().stream()
                        .map(address -> new InetSocketAddress(address, backend.port()))
                        .toList();
                next(bootstrap, all.iterator(), connected);
            } else {
                connected.setFailure(new UnknownHostException(((Answer.Lost) answer).why()));
            }
        }));
        return connected;
    }

    private void next(Bootstrap bootstrap, Iterator<InetSocketAddress> left, Promise<Channel> connected) {
        bootstrap
                .connect(left.next())
                .addListener((ChannelFuture done) -> onLoop(() -> {
                    if (done.isSuccess()) {
                        connected.setSuccess(done.channel());
                    } else if (left.hasNext()) {
                        next(bootstrap, left, connected);
                    } else {
                        connected.setFailure(done.cause());
                    }
                }));
    }

    /** Netty tells on a thread of its own that a socket could not even be made. */
    private void onLoop(Runnable task) {
        if (loop.inEventLoop()) {
            task.run();
        } else {
            loop.execute(task);
        }
    }

    private static @Nullable InetAddress literal(Backend backend) {
        return NetUtil.createInetAddressFromIpAddressString(backend.host());
    }

    private static CompletionStage<Answer> known(InetAddress literal) {
        return CompletableFuture.completedFuture(new Answer.Found(List.of(literal)));
    }
}
