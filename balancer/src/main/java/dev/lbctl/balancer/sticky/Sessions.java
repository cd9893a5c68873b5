package dev.lbctl.balancer.sticky;

import dev.lbctl.balancer.pool.Duty;
import dev.lbctl.balancer.pool.Health;
import dev.lbctl.balancer.pool.Member;
import dev.lbctl.balancer.pool.PoolSnapshot;
import dev.lbctl.config.StickyConfig;
import dev.lbctl.config.StickyConfig.OnDrain;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** How one pool keeps its sessions. What outlives a snapshot is here; requests look at its {@link Roster}. Any thread. */
public final class Sessions {
    private final StickyConfig config;
    private final SessionCookie cookie;
    private final Secret secret;
    private final Set<String> released = new HashSet<>();
    private Map<String, String> marks = Map.of();

    public Sessions(StickyConfig config, Secret secret) {
        this.config = config;
        this.cookie = new SessionCookie(config.cookie(), config.attributes());
        this.secret = secret;
    }

    /** Who keeps which session, as the pool is now. Signing is done here, once for each member that is new. */
    public synchronized Roster roster(PoolSnapshot pool) {
        Map<String, String> next = new HashMap<>();
        for (Member member : pool.members()) {
            String known = marks.get(member.name());
            next.put(member.name(), known == null ? secret.mark(pool.pool(), member.name()) : known);
        }
        marks = Map.copyOf(next);
        released.retainAll(draining(pool.members()));
        return new Roster(cookie, marks, pool.members(), member -> isOpen(pool, member));
    }

    /** Has a member that drains keep none of its sessions, since it is about to end; until it takes requests again. */
    public synchronized void release(String member) {
        released.add(member);
    }

    private boolean isOpen(PoolSnapshot pool, Member member) {
        boolean finishes = config.onDrain() == OnDrain.FINISH
                && member.duty() == Duty.DRAIN
                && member.health() == Health.UP
                && !released.contains(member.name());
        return finishes || pool.isEligible(member);
    }

    private static Set<String> draining(Collection<Member> members) {
        return members.stream()
                .filter(member -> member.duty() == Duty.DRAIN)
                .map(Member::name)
                .collect(Collectors.toSet());
    }
}
