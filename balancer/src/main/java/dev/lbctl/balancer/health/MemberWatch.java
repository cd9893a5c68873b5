package dev.lbctl.balancer.health;

import dev.lbctl.balancer.pool.Backend;
import dev.lbctl.balancer.pool.Health;
import dev.lbctl.balancer.pool.Member;
import dev.lbctl.balancer.probe.Probe;
import dev.lbctl.balancer.probe.Probed;
import dev.lbctl.balancer.probe.Prober;
import dev.lbctl.config.HealthConfig;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Has one member probed until closed, and reports each change. Owner: the health checker's thread. */
final class MemberWatch {
    private final PoolWatch pool;
    private final Member member;
    private final Prober prober;
    private final CompletableFuture<Void> firstResult = new CompletableFuture<>();
    private Streak streak;

    MemberWatch(PoolWatch pool, Member member) {
        this.pool = pool;
        this.member = member;
        this.prober = new Prober(pool.probing(), member.backend(), this::conclude);
        this.streak = Streak.startingAt(member.health());
    }

    /** Whether it still watches what the pool has there, in the state the pool has it. */
    boolean isOf(Member other) {
        return member.backend().equals(other.backend())
                && (other.health() != Health.UNKNOWN || streak.health() == Health.UNKNOWN);
    }

    CompletableFuture<Void> firstResult() {
        return firstResult;
    }

    /** @param delay until the first probe */
    void begin(Duration delay) {
        if (delay.isZero()) {
            prober.probe();
        } else {
            prober.after(delay);
        }
    }

    /** Traffic found its port closed. */
    void refused(Backend by) {
        if (by.equals(member.backend()) && streak.health() != Health.DOWN) {
            move(new Streak(Health.DOWN, false, 1), "connection refused on " + by.authority());
            schedule();
        }
    }

    void close() {
        prober.close();
        firstResult.complete(null);
    }

    private void conclude(Probed probed) {
        member.evidence().probes().add(probed.report());
        HealthConfig config = pool.probing().config();
        String words = probed.result().words();
        if (probed.result() instanceof Probe.Result.Failed failed) {
            Streak after = streak.failed(config.fall(), failed.conclusive());
            move(after, failed.conclusive() ? words : inARow(after.length(), config.fall(), "failed", words));
        } else {
            Streak after = streak.passed(config.rise());
            move(after, inARow(after.length(), config.rise(), "passed", words));
        }
        firstResult.complete(null);
        schedule();
    }

    private static String inARow(int length, int wanted, String did, String last) {
        return length < wanted ? last : length + " of " + wanted + " probes " + did + ", last: " + last;
    }

    private void move(Streak after, String reason) {
        boolean changed = after.health() != streak.health();
        streak = after;
        if (changed) {
            pool.report(member.backend(), after.health(), reason);
        }
    }

    private void schedule() {
        HealthConfig config = pool.probing().config();
        prober.after(streak.health() == Health.UP ? config.interval() : config.downInterval());
    }
}
