package dev.lbctl.balancer.health;

import dev.lbctl.balancer.evidence.Conduct;
import dev.lbctl.balancer.evidence.Trouble;
import dev.lbctl.balancer.evidence.Verdict;
import dev.lbctl.balancer.pool.Health;
import dev.lbctl.balancer.pool.Member;
import dev.lbctl.balancer.probe.Probe;
import dev.lbctl.balancer.probe.Probed;
import dev.lbctl.balancer.probe.Prober;
import dev.lbctl.config.EjectionConfig;
import dev.lbctl.config.HealthConfig;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * Judges one member by its probes and its requests, and tells the pool of each change, until closed. Owner: the health checker's
 * thread.
 */
final class MemberWatch {
    private final PoolWatch pool;
    private final Member member;
    private final Probation probation;
    private final CompletableFuture<Void> firstResult = new CompletableFuture<>();
    private Prober prober;
    private Streak streak;
    private Health told;

    MemberWatch(PoolWatch pool, Member member) {
        this.pool = pool;
        this.member = member;
        this.prober = new Prober(pool.probing(), member.backend(), this::conclude);
        this.probation = new Probation(pool.ejection(), conduct());
        this.streak = Streak.startingAt(member.health());
        this.told = member.health();
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
        conduct().forgetFailed();
        conduct().forgetBroken();
        conduct().alarm().attend(() -> pool.probing().pace().run(this::requestsFailed));
        probation.admit();
        if (delay.isZero()) {
            prober.probe();
        } else {
            prober.after(delay);
        }
    }

    /** The pool's probes are made in another way: the next is at once. */
    void probeAnew() {
        prober.close();
        prober = new Prober(pool.probing(), member.backend(), this::conclude);
        prober.after(Duration.ZERO);
    }

    /** The pool has another rule for who sits out. */
    void judgeBy(EjectionConfig rule) {
        probation.use(rule);
        if (!rule.enabled() && probation.isOut()) {
            probation.end(System.nanoTime());
            tell("the configuration ejects nobody any more");
        }
        returnInTime();
    }

    void close() {
        conduct().alarm().leave();
        prober.close();
        firstResult.complete(null);
    }

    /** A probe is over. */
    private void conclude(Probed probed) {
        member.evidence().probes().add(probed.report());
        String words = probed.result().words();
        if (probed.result() instanceof Probe.Result.Failed failed) {
            Streak after = shaken().failed(config().fall(), failed.conclusive());
            move(after, failed.conclusive() ? words : Reasons.failed(after, config().fall(), words));
        } else if (probed.result() instanceof Probe.Result.Passed) {
            conduct().forgetBroken();
            Streak after = streak.passed(config().rise());
            move(after, Reasons.passed(after, config().rise(), words));
        }
        firstResult.complete(null);
        schedule();
    }

    private void requestsFailed() {
        Trouble trouble = conduct().alarm().listen();
        if (trouble == null || prober.isClosed()) {
            return;
        }
        Health before = streak.health();
        if (trouble.worst() == Verdict.REFUSED) {
            move(streak.failed(config().fall(), true), trouble.last());
        } else if (trouble.worst() == Verdict.BROKEN) {
            Streak after = shaken();
            move(after, Reasons.failed(after, config().fall(), trouble.last()));
        }
        if (streak.health() != before) {
            schedule();
        } else if (before == Health.UP && trouble.worst() == Verdict.BROKEN) {
            prober.soon();
        }
        probation.failed().ifPresent(this::eject);
    }

    private Streak shaken() {
        return streak.shaken(conduct().brokenInARow(), config().fall());
    }

    private void move(Streak after, String reason) {
        streak = after;
        if (streak.health() == Health.DOWN) {
            probation.end(System.nanoTime());
        }
        tell(reason);
    }

    /** A part of the window is over. */
    void turn() {
        returnInTime();
        probation.turn().ifPresent(this::eject);
    }

    private void eject(Charge charge) {
        if (told == Health.UP && pool.eject(member.backend(), probation.sentence(charge))) {
            told = Health.EJECTED;
            member.evidence().ejections().count(charge.cause());
            pool.probing().pace().exactlyAfter(probation.begin(System.nanoTime()), this::returnInTime);
        }
    }

    private void returnInTime() {
        if (probation.isOver(System.nanoTime()) && !prober.isClosed()) {
            tell("its time is over");
        }
    }

    /** Nobody else is left. */
    void recall() {
        if (probation.isOut()) {
            probation.end(System.nanoTime());
            tell("no other member is fit");
        }
    }

    private void tell(String reason) {
        Health now = streak.health() == Health.UP && probation.isOut() ? Health.EJECTED : streak.health();
        if (now != told) {
            told = now;
            probation.admit();
            pool.report(member.backend(), now, reason);
        }
    }

    private void schedule() {
        prober.after(streak.health() == Health.UP ? config().interval() : config().downInterval());
    }

    private HealthConfig config() {
        return pool.probing().config();
    }

    private Conduct conduct() {
        return member.evidence().conduct();
    }
}
