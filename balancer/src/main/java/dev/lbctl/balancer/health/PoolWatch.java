package dev.lbctl.balancer.health;

import dev.lbctl.balancer.pool.Backend;
import dev.lbctl.balancer.pool.Duty;
import dev.lbctl.balancer.pool.Health;
import dev.lbctl.balancer.pool.Member;
import dev.lbctl.balancer.pool.Pool;
import dev.lbctl.balancer.pool.PoolSnapshot;
import dev.lbctl.balancer.probe.Probing;
import dev.lbctl.balancer.probe.Spread;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** Keeps one {@link MemberWatch} for each member of a pool that is not in maintenance. Owner: the health checker's thread. */
final class PoolWatch {
    private final Pool pool;
    private final Probing probing;
    private final Map<String, MemberWatch> watches = new HashMap<>();

    PoolWatch(Pool pool, Probing probing) {
        this.pool = pool;
        this.probing = probing;
    }

    Probing probing() {
        return probing;
    }

    void report(Backend backend, Health health, String reason) {
        pool.report(backend, health, reason);
    }

    /** Follows the pool: what is new, moved or newly announced is probed, one that left is left alone. */
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
        List<Member> fresh = present.values().stream()
                .filter(member -> !watches.containsKey(member.name()))
                .toList();
        Spread spread = new Spread(fresh.size(), probing.config().interval());
        for (int i = 0; i < fresh.size(); i++) {
            MemberWatch watch = new MemberWatch(this, fresh.get(i));
            watches.put(fresh.get(i).name(), watch);
            watch.begin(spread.delay(i));
        }
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
