package dev.lbctl.balancer.algorithm;

import dev.lbctl.balancer.pool.Member;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The request that a member is picked for, as far as a picker may look at it. */
public interface Subject {

    /** Whether the member comes into question: not tried before, and with room for one more. */
    boolean admits(Member member);

    /** The client's literal address. */
    String client();

    /** The path and query, as they were written. */
    String target();

    /** The first value of a header field, its name in any case; null when it is not there. */
    @Nullable
    String field(String name);

    /** What the cookies say by which the pool keeps sessions; nothing where it keeps none. */
    default List<String> sessions() {
        return List.of();
    }
}
