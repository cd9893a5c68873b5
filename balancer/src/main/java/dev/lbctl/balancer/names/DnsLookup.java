package dev.lbctl.balancer.names;

import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.handler.codec.dns.DnsResponseCode;
import io.netty.resolver.dns.DnsErrorCauseException;
import io.netty.resolver.dns.DnsNameResolver;
import io.netty.resolver.dns.DnsNameResolverBuilder;
import io.netty.resolver.dns.DnsServerAddressStreamProvider;
import io.netty.resolver.dns.DnsServerAddressStreamProviders;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.Future;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/**
 * Asks the system's list of hosts, then its name servers, on one thread, which does not keep the process alive. What a name server
 * said holds as long as it says, but 1 to 5 s.
 */
public final class DnsLookup implements Lookup {
    private static final int LEAST_TTL_SECONDS = 1;
    private static final int MOST_TTL_SECONDS = 5;
    private static final long PATIENCE_MILLIS = 800;

    private final EventLoop loop;
    private final DnsNameResolver resolver;

    /** By a list of hosts and name servers of one's own. */
    DnsLookup(Path hosts, DnsServerAddressStreamProvider servers) {
        EventLoopGroup group =
                new MultiThreadIoEventLoopGroup(1, new DefaultThreadFactory("names", true), NioIoHandler.newFactory());
        this.loop = group.next();
        this.resolver = new DnsNameResolverBuilder(loop)
                .datagramChannelType(NioDatagramChannel.class)
                .nameServerProvider(servers)
                .hostsFileEntriesResolver(new HostsFile(hosts))
                .ttl(LEAST_TTL_SECONDS, MOST_TTL_SECONDS)
                .queryTimeoutMillis(PATIENCE_MILLIS)
                .build();
    }

    /** As this machine is set up; made when the first name is asked for, since most balancers know their backends by address. */
    public static Lookup ofSystem() {
        return new LateLookup(
                () -> new DnsLookup(Path.of("/etc/hosts"), DnsServerAddressStreamProviders.platformDefault()));
    }

    @Override
    public CompletionStage<Answer> of(String host) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        loop.execute(() -> resolver.resolveAll(host)
                .addListener((Future<List<InetAddress>> done) ->
                        answer.complete(done.isSuccess() ? found(host, done.getNow()) : lost(host, done.cause()))));
        return answer;
    }

    private static Answer found(String host, List<InetAddress> addresses) {
        return addresses.isEmpty()
                ? new Answer.Lost("dns: " + host + " has no address", true)
                : new Answer.Found(List.copyOf(addresses));
    }

    /** A name server that says that there is no such name is believed; one that says nothing, or has trouble, is not. */
    private static Answer lost(String host, Throwable failure) {
        Throwable cause = failure;
        while (cause != null && !(cause instanceof DnsErrorCauseException)) {
            cause = cause.getCause();
        }
        if (cause instanceof DnsErrorCauseException error) {
            boolean none = error.getCode().equals(DnsResponseCode.NXDOMAIN);
            return new Answer.Lost(
                    "dns: " + host + (none ? " does not resolve" : " does not resolve: " + error.getCode()), none);
        }
        boolean silence = DnsNameResolver.isTransportOrTimeoutError(failure)
                || (failure.getCause() != null && DnsNameResolver.isTransportOrTimeoutError(failure.getCause()));
        return new Answer.Lost(
                "dns: " + host + " does not resolve" + (silence ? ": no name server answers" : ""), !silence);
    }

    /** Asks nobody any more. */
    public void close() {
        resolver.close();
        loop.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }
}
