package dev.lbctl.balancer.upstream;

import dev.lbctl.balancer.retry.Outcome;
import io.netty.channel.ChannelException;
import io.netty.channel.ConnectTimeoutException;
import java.util.List;
import java.util.Locale;

/** What it means that a connection could not be had. The system's errors are known by its words: Java has no numbers for them. Pure. */
public final class Unconnected {
    private static final String REFUSED = "connection refused";
    /** EMFILE and ENFILE, EADDRNOTAVAIL, ENOBUFS, ENOMEM. */
    private static final List<String> SHORTAGES = List.of(
            "too many open files",
            "cannot assign requested address",
            "can't assign requested address",
            "no buffer space available",
            "cannot allocate memory");

    private Unconnected() {}

    public static Outcome.Kind kind(Throwable failure) {
        if (failure instanceof ConnectTimeoutException) {
            return Outcome.Kind.CONNECT_TIMEOUT;
        }
        if (failure instanceof ChannelException) { // A socket could not even be made.
            return Outcome.Kind.NO_SOCKET;
        }
        String said = detail(failure).toLowerCase(Locale.ROOT);
        if (said.contains(REFUSED)) {
            return Outcome.Kind.REFUSED;
        }
        return SHORTAGES.stream().anyMatch(said::contains) ? Outcome.Kind.NO_SOCKET : Outcome.Kind.UNREACHABLE;
    }

    /** What the system said, underneath what Netty makes of it when there is no socket at all. */
    static String detail(Throwable failure) {
        Throwable said = failure;
        while (failure instanceof ChannelException && said.getCause() != null) {
            said = said.getCause();
        }
        return SystemWords.of(said);
    }
}
