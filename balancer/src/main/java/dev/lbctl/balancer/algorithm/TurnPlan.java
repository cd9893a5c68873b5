package dev.lbctl.balancer.algorithm;

import dev.lbctl.balancer.pool.Member;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Smooth weighted round robin, one round of it computed ahead: with each turn every member gains its weight; the one that has
 * most, the first of equals, is chosen and pays the sum of all weights (as in nginx). So nobody's turns come in bursts.
 */
final class TurnPlan {
    /** In turns. A longer round is made about so long by rounding the weights, each to one turn at least. */
    static final int LONGEST = 1 << 16;

    private TurnPlan() {}

    static Member[] row(List<Member> members) {
        int[] weights = inLowestTerms(
                members.stream().mapToInt(member -> member.weight().share()).toArray());
        Member[] row = new Member[Arrays.stream(weights).sum()];
        Collection<Tier> tiers = tiers(weights);
        for (int turn = 0; turn < row.length; turn++) {
            row[turn] = members.get(leader(tiers, turn + 1L, row.length).take());
        }
        return row;
    }

    private static int[] inLowestTerms(int[] shares) {
        int divisor = Arrays.stream(shares).reduce(0, TurnPlan::greatestCommonDivisor);
        long total = Arrays.stream(shares).asLongStream().sum() / divisor;
        double shrink = total <= LONGEST ? 1.0 / divisor : (double) LONGEST / total / divisor;
        return Arrays.stream(shares)
                .map(share -> (int) Math.max(1, Math.round(share * shrink)))
                .toArray();
    }

    private static int greatestCommonDivisor(int a, int b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }

    /** Members of the same weight take turns among themselves, so only one of each weight needs to be compared. */
    private static Collection<Tier> tiers(int[] weights) {
        Map<Integer, List<Integer>> byWeight = new TreeMap<>();
        for (int member = 0; member < weights.length; member++) {
            byWeight.computeIfAbsent(weights[member], weight -> new ArrayList<>())
                    .add(member);
        }
        return byWeight.entrySet().stream()
                .map(tier -> new Tier(tier.getKey(), tier.getValue()))
                .toList();
    }

    private static Tier leader(Collection<Tier> tiers, long turn, long total) {
        Tier leader = null;
        for (Tier tier : tiers) {
            if (leader == null || tier.isAheadOf(leader, turn, total)) {
                leader = tier;
            }
        }
        return Objects.requireNonNull(leader);
    }

    /** The members of one weight, by their places in the list, and whose turn it is. */
    private static final class Tier {
        private final long weight;
        private final List<Integer> members;
        private int next;
        private long rounds;

        Tier(int weight, List<Integer> members) {
            this.weight = weight;
            this.members = members;
        }

        boolean isAheadOf(Tier other, long turn, long total) {
            long has = turn * weight - rounds * total;
            long otherHas = turn * other.weight - other.rounds * total;
            return has == otherHas ? members.get(next) < other.members.get(other.next) : has > otherHas;
        }

        int take() {
            int taken = members.get(next);
            next = (next + 1) % members.size();
            rounds += next == 0 ? 1 : 0;
            return taken;
        }
    }
}
