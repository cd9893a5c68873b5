package dev.lbctl.balancer.health;

import dev.lbctl.balancer.pool.Backend;
import dev.lbctl.balancer.pool.Health;
import dev.lbctl.balancer.pool.Member;
import dev.lbctl.config.HealthConfig;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Probes one member again and again until closed, and reports each change. Owner: the health checker's thread. */
final class MemberWatch {
    private final PoolWatch pool;
    private final Backend backend;
    private final CompletableFuture<Void> firstResult = new CompletableFuture<>();
    private Streak streak;
    private @Nullable Future<?> next;
    private boolean closed;

    MemberWatch(PoolWatch pool, Member member) {
        this.pool = pool;
        this.backend = member.backend();
        this.streak = Streak.startingAt(member.health());
    }

    /** Whether it still watches what the pool has there, in the state the pool has it. */
    boolean isOf(Member member) {
        return backend.equals(member.backend())
                && (member.health() != Health.UNKNOWN || streak.health() == Health.UNKNOWN);
    }

    CompletableFuture<Void> firstResult() {
        return firstResult;
    }

    void probe() {
        pool.probe()
                .check(backend)
                .whenCompleteAsync(this::conclude, pool.pace().owner());
    }

    /** Traffic found its port closed. */
    void refused(Backend by) {
        if (by.equals(backend) && streak.health() != Health.DOWN) {
            move(new Streak(Health.DOWN, false, 1), "connection refused on " + address());
            schedule();
        }
    }

    void close() {
        closed = true;
        cancelNext();
        firstResult.complete(null);
    }

    private void conclude(Probe.@Nullable Result result, @Nullable Throwable bug) {
        if (closed) {
            return;
        }
        HealthConfig config = pool.config();
        if (result instanceof Probe.Result.Passed passed) {
            Streak after = streak.passed(config.rise());
            move(after, words(after.length(), config.rise(), "passed", passed.what()));
        } else if (result instanceof Probe.Result.Failed failed) {
            Streak after = streak.failed(config.fall(), failed.conclusive());
            move(
                    after,
                    failed.conclusive() ? failed.why() : words(after.length(), config.fall(), "failed", failed.why()));
        } else {
            move(streak.failed(config.fall(), false), "the probe itself failed: " + bug);
        }
        firstResult.complete(null);
        schedule();
    }

    private static String words(int length, int wanted, String did, String why) {
        return length < wanted ? why : length + " of " + wanted + " probes " + did + ": " + why;
    }

    private void move(Streak after, String reason) {
        boolean changed = after.health() != streak.health();
        streak = after;
        if (changed) {
            pool.report(backend, after.health(), reason);
        }
    }

    private void schedule() {
        cancelNext();
        Duration delay = streak.health() == Health.UP
                ? pool.config().interval()
                : pool.config().downInterval();
        next = pool.pace().after(delay, this::probe);
    }

    private void cancelNext() {
        if (next != null) {
            next.cancel(false);
        }
    }

    private String address() {
        return backend.url().substring("http://".length());
    }
}
