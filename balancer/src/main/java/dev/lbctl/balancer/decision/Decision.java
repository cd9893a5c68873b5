package dev.lbctl.balancer.decision;

import dev.lbctl.balancer.pool.PoolSnapshot;
import dev.lbctl.balancer.sticky.Session;
import dev.lbctl.config.AlgorithmKind;
import dev.lbctl.config.HostPattern;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why an exchange went where it went. All but the attempts is the very state that it was decided by, kept and not copied.
 *
 * @param host that the route takes; null when it takes every host
 * @param path that the route takes, a prefix of whole segments
 * @param pool as it was when the first member was picked, or when none was found
 * @param session what the request said of its session; null in a pool that keeps none
 * @param room how many attempts a member may have under way
 * @param attempts in the order they began
 */
public record Decision(
        @Nullable HostPattern host,
        String path,
        AlgorithmKind algorithm,
        PoolSnapshot pool,
        @Nullable Session session,
        int room,
        List<Attempted> attempts) {

    public Decision {
        attempts = List.copyOf(attempts);
    }
}
