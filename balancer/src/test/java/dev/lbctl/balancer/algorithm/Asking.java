package dev.lbctl.balancer.algorithm;

import dev.lbctl.balancer.pool.Backend;
import dev.lbctl.balancer.pool.Member;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request that has tried some backends already. */
record Asking(Collection<Backend> tried) implements Subject {
    static final Asking ANEW = new Asking(List.of());

    @Override
    public boolean admits(Member member) {
        return !tried.contains(member.backend());
    }

    @Override
    public String client() {
        return "127.0.0.1";
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
