package dev.lbctl.balancer.health;

import dev.lbctl.balancer.pool.Backend;
import dev.lbctl.balancer.pool.Duty;
import dev.lbctl.balancer.pool.Health;
import dev.lbctl.balancer.pool.Member;
import dev.lbctl.balancer.pool.Pool;
import dev.lbctl.balancer.pool.PoolSnapshot;
import dev.lbctl.balancer.probe.Probing;
import dev.lbctl.balancer.probe.Spread;
import dev.lbctl.config.EjectionConfig;
import dev.lbctl.config.FitnessConfig;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keeps one {@link MemberWatch} for each member of a pool that is not in maintenance. Owner: the health checker's thread. */
final class PoolWatch {
    private final Pool pool;
    private final Map<String, MemberWatch> watches = new HashMap<>();
    private final Consumer<PoolSnapshot> follower;
    private Probing probing;
    private EjectionConfig ejection;
    private @Nullable Future<?> turns;
    private boolean begun;
    private boolean ended;

    PoolWatch(Pool pool, Probing probing, EjectionConfig ejection) {
        this.pool = pool;
        this.probing = probing;
        this.ejection = ejection;
        this.follower = snapshot -> probing.pace().run(this::follow);
    }

    /** Follows the pool, and judges its traffic now and then, from now on; once is enough. */
    void begin() {
        if (!begun && !ended) {
            begun = true;
            takeTurns();
            pool.watch(follower);
        }
    }

    /** Leaves the pool alone. */
    void end() {
        ended = true;
        pool.unwatch(follower);
        stopTurns();
        watches.values().forEach(MemberWatch::close);
        watches.clear();
    }

    /** Probes and judges in another way from now on. What was found out about the members stays. */
    void use(FitnessConfig next) {
        if (!next.health().equals(probing.config())) {
            probing = probing.with(next.health());
            watches.values().forEach(MemberWatch::probeAnew);
        }
        if (!next.ejection().equals(ejection)) {
            ejection = next.ejection();
            watches.values().forEach(watch -> watch.judgeBy(ejection));
            takeTurns();
        }
    }

    private void takeTurns() {
        stopTurns();
        turns = begun && ejection.enabled()
                ? probing.pace()
                        .every(
                                TrafficWindow.part(ejection),
                                () -> watches.values().forEach(MemberWatch::turn))
                : null;
    }

    private void stopTurns() {
        if (turns != null) {
            turns.cancel(false);
        }
    }

    Probing probing() {
        return probing;
    }

    EjectionConfig ejection() {
        return ejection;
    }

    boolean eject(Backend backend, String reason) {
        return pool.eject(backend, reason);
    }

    void report(Backend backend, Health health, String reason) {
        pool.report(backend, health, reason);
    }

    /**
     * Catches up with the pool: what is new, moved or newly announced is probed, one that left is left alone. When nobody is fit, those
     * that sit out come back.
     */
    private void follow() {
        if (ended) {
            return;
        }
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
        if (pool.snapshot().fit() == 0) {
            watches.values().forEach(MemberWatch::recall);
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
