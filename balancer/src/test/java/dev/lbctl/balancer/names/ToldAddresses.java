package dev.lbctl.balancer.names;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A name server that says of every host what the test says, at once. */
public final class ToldAddresses implements Lookup {
    public final AtomicInteger asked = new AtomicInteger();
    private volatile Answer answer = new Answer.Lost("dns: nothing was told yet", false);

    public ToldAddresses at(String... addresses) {
        answer = new Answer.Found(
                Stream.of(addresses).map(ToldAddresses::address).toList());
        return this;
    }

    public void nowhere(boolean certain) {
        answer = new Answer.Lost("dns: app.test does not resolve", certain);
    }

    @Override
    public CompletionStage<Answer> of(String host) {
        asked.incrementAndGet();
        return CompletableFuture.completedFuture(answer);
    }

    static List<InetAddress> addresses(String... addresses) {
        return Stream.of(addresses).map(ToldAddresses::address).toList();
    }

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }
}
