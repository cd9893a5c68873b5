package dev.lbctl.bench;

import dev.lbctl.balancer.algorithm.Subject;
import dev.lbctl.balancer.pool.Member;
import org.jspecify.annotations.Nullable;

/** A request that has tried nobody yet. */
record Client(String client) implements Subject {
    @Override
    public boolean admits(Member member) {
        return true;
    }

    @Override
    public String target() {
        return "/";
    }

    @Override
    public @Nullable String field(String name) {
        return null;
    }
}
