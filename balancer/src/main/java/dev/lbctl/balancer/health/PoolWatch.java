package dev.lbctl.balancer.health;

import dev.lbctl.balancer.pool.Backend;
import dev.lbctl.balancer.pool.Duty;
import dev.lbctl.balancer.pool.Health;
import dev.lbctl.balancer.pool.Member;
import dev.lbctl.balancer.pool.Pool;
import dev.lbctl.balancer.pool.PoolSnapshot;
import dev.lbctl.config.HealthConfig;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** Keeps one {@link MemberWatch} for each member of a pool that is not in maintenance. Owner: the health checker's thread. */
final class PoolWatch {
    private final Pool pool;
    private final HealthConfig config;
    private final Probe probe;
    private final Pace pace;
    private final Map<String, MemberWatch> watches = new HashMap<>();

    PoolWatch(Pool pool, HealthConfig config, Probe probe, Pace pace) {
        this.pool = pool;
        this.config = config;
        this.probe = probe;
        this.pace = pace;
    }

    HealthConfig config() {
        return config;
    }

    Probe probe() {
        return probe;
    }

    Pace pace() {
        return pace;
    }

    void report(Backend backend, Health health, String reason) {
        pool.report(backend, health, reason);
    }

    /** Follows the pool: a new, moved or newly announced member is probed at once, one that left is left alone. */
    void follow() {
        Map<String, Member> present = probed(pool.snapshot());
        watches.entrySet().removeIf(entry -> {
            Member member = present.get(entry.getKey());
            boolean gone = member == null || !entry.getValue().isOf(member);
            if (gone) {
                entry.getValue().close();
            }
            return gone;
        });
        present.forEach((name, member) -> {
            if (!watches.containsKey(name)) {
                MemberWatch watch = new MemberWatch(this, member);
                watches.put(name, watch);
                watch.probe();
            }
        });
    }

    void refused(Backend backend) {
        MemberWatch watch = watches.get(backend.name());
        if (watch != null) {
            watch.refused(backend);
        }
    }

    /** Completes when each member watched now has had a result. */
    CompletableFuture<Void> firstResults() {
        return CompletableFuture.allOf(
                watches.values().stream().map(MemberWatch::firstResult).toArray(CompletableFuture<?>[]::new));
    }

    private static Map<String, Member> probed(PoolSnapshot snapshot) {
        return snapshot.members().stream()
                .filter(member -> member.duty() != Duty.MAINT)
                .collect(Collectors.toMap(Member::name, member -> member));
    }
}
