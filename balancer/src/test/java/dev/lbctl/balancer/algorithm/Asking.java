package dev.lbctl.balancer.algorithm;

import dev.lbctl.balancer.pool.Backend;
import dev.lbctl.balancer.pool.Member;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request that has tried some backends already; the names of its fields are in lower case. */
record Asking(Collection<Backend> tried, String client, String target, Map<String, String> fields) implements Subject {
    static final Asking ANEW = new Asking(List.of());

    Asking(Collection<Backend> tried) {
        this(tried, "127.0.0.1", "/", Map.of());
    }

    static Asking from(String client) {
        return new Asking(List.of(), client, "/", Map.of());
    }

    static Asking of(String target) {
        return new Asking(List.of(), "127.0.0.1", target, Map.of());
    }

    static Asking with(String field, String value) {
        return new Asking(List.of(), "127.0.0.1", "/", Map.of(field, value));
    }

    @Override
    public boolean admits(Member member) {
        return !tried.contains(member.backend());
    }

    @Override
    public @Nullable String field(String name) {
        return fields.get(name.toLowerCase(Locale.ROOT));
    }
}
