package dev.lbctl.balancer.operator;

import dev.lbctl.balancer.algorithm.Algorithms;
import dev.lbctl.balancer.pool.Backend;
import dev.lbctl.balancer.pool.Duty;
import dev.lbctl.balancer.pool.Member;
import dev.lbctl.balancer.pool.Pool;
import dev.lbctl.config.AlgorithmKind;
import dev.lbctl.config.HashConfig;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The one place through which an operator changes a running balancer: duties, weights, algorithms. What is said here is done,
 * told, and kept, so that it holds again after a restart, unless the configuration it overrides has changed meanwhile. Any
 * thread; one change at a time.
 */
public final class Operator {
    private final Said said;
    private final Consumer<OperatorEvent> events;
    private final InstantSource clock;
    private volatile Map<String, Steered> pools;

    /** One who has said nothing yet. */
    public Operator(
            Map<String, Steered> pools, OverridesFile file, Consumer<OperatorEvent> events, InstantSource clock) {
        this.pools = pools;
        this.said = new Said(file, events);
        this.events = events;
        this.clock = clock;
    }

    /** Has hold again what was kept. What was said of a backend that is not there waits until it joins. */
    public synchronized void restore() {
        Overrides holding = new Sieve(pools, events).sift(said.recall()).at(clock.instant());
        said.leave(holding);
        holding.algorithms().forEach(one -> balance(one.pool(), one.algorithm(), Cause.kept(null)));
        holding.backends().forEach(this::apply);
    }

    /**
     * Turns other pools from now on. What was said goes on to hold for them, unless the configuration that it overrides is another.
     *
     * @param change makes them, while nobody else changes anything here
     */
    public synchronized void adopt(Supplier<Map<String, Steered>> change) {
        Set<String> before = members();
        pools = change.get();
        Overrides kept = said.now();
        Overrides holding = new Sieve(pools, events).sift(kept);
        said.leave(holding);
        kept.backends().stream()
                .filter(one -> !holding.backends().contains(one) && pools.containsKey(one.pool()))
                .forEach(one -> pool(one).assign(one.backend(), Duty.READY, Cause.CONFIGURED));
        holding.algorithms().forEach(one -> balance(one.pool(), one.algorithm(), Cause.kept(null)));
        holding.backends().stream()
                .filter(one -> !before.contains(one.pool() + " " + one.backend()))
                .forEach(this::apply);
    }

    /** The pools that it turns, by name, in the order of the configuration. */
    public Map<String, Steered> pools() {
        return pools;
    }

    private Set<String> members() {
        return pools.values().stream()
                .map(steered -> steered.pool().snapshot())
                .flatMap(pool -> pool.members().stream().map(member -> pool.pool() + " " + member.name()))
                .collect(Collectors.toSet());
    }

    private void apply(MemberOverride one) {
        String cause = Cause.kept(one.spell());
        pool(one).assign(one.backend(), one.dutyNow(), cause);
        pool(one).weigh(one.backend(), one.weightNow(), cause);
    }

    /** Does and keeps a change of a member. Answers whether it is there. */
    public synchronized boolean change(String pool, String backend, Change change) {
        Member member = steered(pool).member(backend).orElse(null);
        if (member == null) {
            return false;
        }
        MemberOverride before = of(pool, member.backend());
        MemberOverride next = before.with(change, clock.instant());
        said.keep(said.now().with(next));
        if (change.weight() != null) {
            pool(next).weigh(backend, change.weight(), Cause.SAID);
        }
        if (change.duty() != null) {
            pool(next).assign(backend, change.duty(), Cause.said(change.lasts(), next.spell()));
            if (member.duty() == change.duty() && !Objects.equals(before.spell(), next.spell())) {
                events.accept(new OperatorEvent.Prolonged(backend, change.duty(), next.until()));
            }
        }
        return true;
    }

    /** Sends a member nothing new, since it is about to end. This is not kept, and over when it joins again. */
    public synchronized boolean setAside(String pool, String backend) {
        boolean known = steered(pool).pool().assign(backend, Duty.DRAIN, Cause.LEAVING);
        steered(pool).selection().release(backend);
        return known;
    }

    /** Adds a backend, or announces one again; what was said of it holds. */
    public synchronized void join(String pool, Backend backend) {
        MemberOverride known = of(pool, backend);
        String misfit = known.misfit(backend, steered(pool).configuredWeight(backend.name()));
        if (misfit != null) {
            said.keep(said.now().without(known));
            events.accept(new OperatorEvent.Dropped(known.backend(), known.words(), misfit));
            known = of(pool, backend);
        }
        pool(known).join(backend, known.dutyNow(), known.weightNow());
    }

    /** Has a pool balance by another algorithm, and keeps that. */
    public synchronized void use(String pool, AlgorithmKind algorithm) {
        said.keep(said.now()
                .with(new AlgorithmOverride(pool, steered(pool).config().algorithm(), algorithm)));
        balance(pool, algorithm, Cause.SAID);
    }

    /** Ends every duty whose time is over. */
    public synchronized void expire() {
        Instant now = clock.instant();
        List<MemberOverride> over =
                said.now().backends().stream().filter(one -> one.isOver(now)).toList();
        if (!over.isEmpty()) {
            said.keep(said.now().at(now));
            over.forEach(one -> pool(one).assign(one.backend(), one.duty(), Cause.OVER));
        }
    }

    /** When the member's present duty ends by itself; null when it does not. */
    public @Nullable Instant until(String pool, Member member) {
        return said.now()
                .of(pool, member.name())
                .filter(one -> one.dutyNow() == member.duty())
                .map(MemberOverride::until)
                .orElse(null);
    }

    private void balance(String pool, AlgorithmKind algorithm, String cause) {
        Steered steered = steered(pool);
        AlgorithmKind before = steered.selection().kind();
        if (before != algorithm) {
            HashConfig hash = steered.config().balance().hash();
            steered.selection().use(Algorithms.create(algorithm, hash));
            events.accept(new OperatorEvent.Balanced(steered.pool().snapshot(), before, algorithm, cause));
        }
    }

    /** What was said of a backend, which may be nothing. */
    private MemberOverride of(String pool, Backend backend) {
        return said.now()
                .of(pool, backend.name())
                .orElseGet(
                        () -> MemberOverride.none(pool, backend, steered(pool).configuredWeight(backend.name())));
    }

    private Pool pool(MemberOverride of) {
        return steered(of.pool()).pool();
    }

    private Steered steered(String pool) {
        return Objects.requireNonNull(pools.get(pool), pool);
    }
}
