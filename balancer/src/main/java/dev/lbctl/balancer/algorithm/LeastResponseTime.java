package dev.lbctl.balancer.algorithm;

import dev.lbctl.balancer.pool.Load;
import dev.lbctl.balancer.pool.Member;
import dev.lbctl.balancer.pool.PoolSnapshot;
import dev.lbctl.balancer.pool.ResponseTime;
import dev.lbctl.config.AlgorithmKind;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Who would answer first: the lowest mean time to the first byte × (under way + 1) / weight. A mean fades while nothing new is
 * learned, so one that was slow is tried again. Who was never asked is tried at once, with one request; until it has answered
 * one it counts as average.
 *
 * <p>All means fade at the same rate, so their order does not depend on the present moment, and no clock is asked. The score is
 * a logarithm, for what has faded for days would be zero otherwise.
 */
final class LeastResponseTime implements Algorithm {
    /** Below every logarithm there can be. */
    private static final double UNKNOWN = -1e10;

    private static final int SAMPLE = 8;

    private final AtomicInteger turn = new AtomicInteger();

    @Override
    public AlgorithmKind kind() {
        return AlgorithmKind.LEAST_RESPONSE_TIME;
    }

    @Override
    public Picker picker(PoolSnapshot snapshot) {
        List<Member> members = snapshot.eligible();
        return Ranking.following(members, place -> score(members, place), turn);
    }

    private static double score(List<Member> members, int place) {
        Member member = members.get(place);
        Load load = member.load();
        int inFlight = load.inFlight();
        double crowd = (inFlight + 1.0) / member.weight().share();
        ResponseTime time = load.responseTime();
        if (time != null) {
            return logOf(time, crowd);
        }
        boolean neverAsked = inFlight == 0 && load.ledger().attempts() == 0;
        return (neverAsked ? UNKNOWN : presumed(members, place)) + Math.log(crowd);
    }

    /** Of the mean, faded, times {@code factor}, as it was at moment zero of the clock. */
    private static double logOf(ResponseTime time, double factor) {
        return Math.log(Math.max(1, time.meanNanos()) * factor) + time.at() / ResponseTime.TIME_CONSTANT_NANOS;
    }

    /** The average of a few others; unknown when none of all of them has answered yet. */
    private static double presumed(List<Member> members, int place) {
        double sum = 0;
        int known = 0;
        for (int i = 1; i < members.size() && known < SAMPLE; i++) {
            ResponseTime time = members.get((place + i) % members.size()).load().responseTime();
            if (time != null) {
                sum += logOf(time, 1);
                known++;
            }
        }
        return known == 0 ? UNKNOWN : sum / known;
    }
}
