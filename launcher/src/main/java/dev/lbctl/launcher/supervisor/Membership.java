package dev.lbctl.launcher.supervisor;

import dev.lbctl.launcher.node.NodeSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What the balancer is told about its servers. No future fails: a balancer that cannot be reached learns of them when it is
 * ready the next time.
 */
public interface Membership {

    /** Has the server as a member, probed now; of an old member the address is renewed. */
    CompletableFuture<Void> join(NodeSpec server);

    /**
     * Says that the server has ended, or is about to, and comes back within this time, so that requests may wait for it; zero says
     * that it does not come back by itself.
     *
     * @param ending why it ends; null when that was said before
     */
    CompletableFuture<Void> expect(String server, Duration within, @Nullable Ending ending);

    /**
     * Why a server is gone.
     *
     * @param cause {@code killed}, {@code crashed}, {@code restarted} or {@code stopped}
     * @param at when it ended; null when it has not yet
     */
    record Ending(String cause, @Nullable Instant at) {}

    /** Sends the server no new requests; completes when it has none under way, or after the limit. */
    CompletableFuture<Void> drain(String server, Duration limit);

    CompletableFuture<Void> leave(String server);

    /** Completes when all of these take requests, or after the limit. */
    CompletableFuture<Void> awaitServing(Set<String> servers, Duration limit);
}
